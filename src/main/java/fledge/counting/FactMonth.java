package fledge.counting;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many facts fell into a month within a unit; without one where the register does not say where. */
public record FactMonth(@Nullable UUID unitId, YearMonth month, int facts) {}
