package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A figure of a return was written. */
public record FigureEntered(Subject subject, Map<String, String> before, Map<String, String> after)
        implements AuditedEvent {}
