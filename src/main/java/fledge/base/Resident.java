package fledge.base;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the ledger as of a day, with the newest headcount known by then. */
public record Resident(
        UUID residencyId,
        UUID baseId,
        UUID enterpriseId,
        ResidencyTerms terms,
        @Nullable Integer people,
        @Nullable LocalDate peopleAsOf) {}
