package fledge.exchange;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** Another system sent values into a return; each figure has an entry of its own besides. */
public record ValuesReceived(Subject subject, String token, String idempotencyKey, int values) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("token", token, "idempotencyKey", idempotencyKey, "values", values);
    }
}
