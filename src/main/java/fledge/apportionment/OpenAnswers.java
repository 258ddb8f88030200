package fledge.apportionment;

import java.time.Instant;
import java.util.UUID;

/** Lines of a set that wait for a unit: to be answered, or to be signed for. */
record OpenAnswers(
        UUID setId, String name, UUID unitId, TargetLineStatus status, Instant since, Instant due, long lines) {}
