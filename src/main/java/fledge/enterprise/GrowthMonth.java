package fledge.enterprise;

import java.time.YearMonth;
import java.util.UUID;

/** How many steps of a kind happened in a month among the enterprises of a district. */
public record GrowthMonth(GrowthKind kind, UUID districtId, YearMonth month, int steps) {}
