package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A return went from one state to another. */
public record ReturnMoved(
        Subject subject,
        ReturnAction way,
        ReturnStatus from,
        ReturnStatus to,
        @Nullable String reasonCode,
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

    /** Each way has a name of its own in the trail: ReturnCertify, ReturnAccept … */
    @Override
    public String action() {
        return "Return." + way.name();
    }
}
