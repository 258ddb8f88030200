package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** The rows of an import that ended long ago were deleted; its counts stay, and so does what it wrote. */
public record EnterpriseImportForgotten(ImportView forgotten) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise-import", forgotten.id(), forgotten.fileName());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("rows", forgotten.rows());
    }
}
