package fledge.amendment;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An amendment went from one state to another. */
public record AmendmentMoved(
        Subject subject,
        AmendmentAction way,
        AmendmentStatus from,
        AmendmentStatus to,
        String why,
        Map<String, String> details)
        implements AuditedEvent {

    @Override
    public Map<String, ?> before() {
        return Map.of("status", from.name());
    }

    @Override
    public Map<String, ?> after() {
        var after = new TreeMap<String, Object>(details);
        after.put("status", to.name());
        return after;
    }

    @Override
    public @Nullable String reason() {
        return why.isEmpty() ? null : why;
    }

    @Override
    public String action() {
        return "Amendment." + way.name();
    }
}
