package fledge.monitoring;

import fledge.kernel.AuditedEvent;

/** A reason is no longer offered for explanations. */
public record ReasonRetired(Subject subject) implements AuditedEvent {}
