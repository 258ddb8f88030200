package fledge.base;

import fledge.kernel.AuditedEvent;

/** A residency was struck from the ledger, because it had been entered by mistake. */
public record ResidencyStruck(Subject subject, String reason) implements AuditedEvent {}
