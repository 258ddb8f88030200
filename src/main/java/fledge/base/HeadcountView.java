package fledge.base;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How many people a resident employs as of a day, and who wrote that. */
public record HeadcountView(LocalDate asOf, int people, UUID recordedBy, Instant recordedAt) {}
