package fledge.base;

import java.time.LocalDate;
import java.util.UUID;

/** Some days of a base's ledger. */
public record LedgerSpan(UUID baseId, LocalDate from, LocalDate to) {}
