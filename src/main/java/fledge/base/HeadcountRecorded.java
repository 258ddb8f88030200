package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** It was written down how many people a resident employs as of a day. */
public record HeadcountRecorded(Subject subject, Map<String, String> before, Map<String, String> after)
        implements AuditedEvent {

    public HeadcountRecorded {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
