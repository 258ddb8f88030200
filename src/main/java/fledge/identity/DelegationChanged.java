package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.util.HashMap;
import java.util.Map;

/** Somebody was asked to act for somebody else, it was confirmed, or it ended. */
public record DelegationChanged(DelegationView delegation, String fromName, String toName) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("delegation", delegation.id(), toName + "（代" + fromName + "）");
    }

    @Override
    public Map<String, ?> after() {
        var after = new HashMap<String, Object>();
        after.put("state", delegation.state().name());
        after.put("from", delegation.fromPerson());
        after.put("to", delegation.toPerson());
        after.put("role", delegation.role().name());
        after.put("unit", delegation.unitId());
        after.put("startsOn", delegation.startsOn().toString());
        after.put("endsOn", delegation.endsOn().toString());
        return after;
    }

    @Override
    public String reason() {
        return delegation.reason();
    }

    @Override
    public String action() {
        return "Delegation." + delegation.state().name();
    }
}
