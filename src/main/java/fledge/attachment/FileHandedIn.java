package fledge.attachment;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody handed a file in. */
public record FileHandedIn(Subject subject, UUID file, String name, long size, String sha256, ScanState scan)
        implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("file", file.toString(), "name", name, "size", size, "sha256", sha256, "scan", scan.name());
    }
}
