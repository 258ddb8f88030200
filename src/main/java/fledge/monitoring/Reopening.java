package fledge.monitoring;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * That a closed return may be changed again (解锁): by which amendment, which of its lines, until when, and why.
 *
 * @param until the first instant that is too late
 * @param reason what the restatement notes will say
 */
public record Reopening(UUID amendmentId, Set<UUID> lines, Instant until, String reason) {}
