package fledge.monitoring;

import fledge.kernel.AuditedEvent;

/** The proposal that a unit need not report was refused. */
public record WaiverRefused(Subject subject, String reason) implements AuditedEvent {}
