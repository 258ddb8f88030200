package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A file of enterprises was handed in, to be read. */
public record EnterpriseImportReceived(ImportView received) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise-import", received.id(), received.fileName());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("fileSize", received.size(), "sha256", received.sha256());
    }
}
