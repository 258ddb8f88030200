package fledge.audit;

import java.time.Instant;

/** Where a city's chain ends: an auditor who notes the hash elsewhere can later prove that nothing before it was rewritten. */
public record AuditHead(long seq, String hash, Instant at) {}
