package fledge.enterprise;

import java.time.YearMonth;
import java.util.UUID;

/** How many steps of a kind happened in a month among the enterprises of a district. */
public record GrowthMonth(GrowthKind kind, UUID districtId, YearMonth month, int steps) {

    /** As the query reads it. */
    GrowthMonth(GrowthKind kind, UUID districtId, int year, int month, long steps) {
        this(kind, districtId, YearMonth.of(year, month), (int) steps);
    }
}
