package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** Values of a return were declared provisional, estimated, revised or final. */
public record StandingDeclared(Subject subject, Map<String, String> before, Map<String, String> after)
        implements AuditedEvent {}
