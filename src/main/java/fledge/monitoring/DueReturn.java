package fledge.monitoring;

import java.time.Instant;

/** A return that its unit still has to sign, with the first instant that is too late and whether that has come. */
public record DueReturn(ReturnView report, Instant dueAt, boolean overdue) {}
