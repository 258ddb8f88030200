package fledge.attachment;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody withdrew a file; those who signed it can still open it. */
public record FileWithdrawn(Subject subject, UUID file, String name, String sha256) implements AuditedEvent {

    @Override
    public Map<String, ?> before() {
        return Map.of("file", file.toString(), "name", name, "sha256", sha256);
    }
}
