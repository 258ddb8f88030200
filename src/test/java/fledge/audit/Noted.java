package fledge.audit;

import fledge.kernel.AuditedEvent;
import fledge.kernel.Ids;
import java.util.Map;
import java.util.UUID;

/** Something that happened in a test. */
record Noted(UUID id, String label, Map<String, ?> before, Map<String, ?> after) implements AuditedEvent {

    Noted(String label) {
        this(Ids.next(), label, Map.of("text", "old"), Map.of("text", label));
    }

    @Override
    public Subject subject() {
        return new Subject("note", id, label);
    }

    @Override
    public String reason() {
        return "试一试";
    }
}
