package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** What the register says of a base was changed; only what differs is told. */
public record BaseRevised(Subject subject, Map<String, String> before, Map<String, String> after)
        implements AuditedEvent {

    public BaseRevised {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
