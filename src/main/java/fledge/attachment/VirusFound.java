package fledge.attachment;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** The scanner found a virus in a file; the file was not kept. */
public record VirusFound(Subject subject, String name, String sha256) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("name", name, "sha256", sha256);
    }
}
