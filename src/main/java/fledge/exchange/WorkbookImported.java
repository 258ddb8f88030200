package fledge.exchange;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** The rows of a workbook were written into a return; each figure has an entry of its own besides. */
public record WorkbookImported(Subject subject, String fileName, String sha256, int written, int leftOut)
        implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("fileName", fileName, "sha256", sha256, "written", written, "leftOut", leftOut);
    }
}
