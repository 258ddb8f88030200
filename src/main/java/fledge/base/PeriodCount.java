package fledge.base;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What the ledger of a base says of some days: who was in residence in the evening of the last one, with their jobs as far as
 * {@code counted} of them told them, and what happened from the first day to the last.
 */
public record PeriodCount(
        UUID baseId,
        LocalDate from,
        LocalDate to,
        int residents,
        int jobs,
        int counted,
        int movedIn,
        int graduated,
        int left) {}
