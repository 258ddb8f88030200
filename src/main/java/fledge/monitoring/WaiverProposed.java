package fledge.monitoring;

import fledge.kernel.AuditedEvent;

/** It was proposed that a unit need not report this quarter. */
public record WaiverProposed(Subject subject, String reason) implements AuditedEvent {}
