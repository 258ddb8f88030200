package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** An indicator of a return was set beside what the ledger of residents counts. */
public record LedgerCompared(Subject subject, Map<String, String> after) implements AuditedEvent {

    public LedgerCompared {
        after = Map.copyOf(after);
    }
}
