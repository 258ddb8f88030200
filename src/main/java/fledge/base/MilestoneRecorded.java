package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A milestone of a base was planned, or reached. */
public record MilestoneRecorded(Subject subject, Map<String, String> after) implements AuditedEvent {

    public MilestoneRecorded {
        after = Map.copyOf(after);
    }
}
