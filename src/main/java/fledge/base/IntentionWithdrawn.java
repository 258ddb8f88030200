package fledge.base;

import fledge.kernel.AuditedEvent;

/** What a document was said to want of the city's bases was withdrawn, and counts nowhere any more. */
public record IntentionWithdrawn(Subject subject, String reason) implements AuditedEvent {}
