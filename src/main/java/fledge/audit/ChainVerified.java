package fledge.audit;

import fledge.kernel.AuditedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody had the whole chain checked, and this is what was found. */
public record ChainVerified(UUID id, String cityName, Verification result) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("chain", id, cityName);
    }

    @Override
    public Map<String, ?> after() {
        var after = new HashMap<String, Object>();
        after.put("intact", result.intact());
        after.put("entries", result.entries());
        after.put("head", result.headHash());
        if (result.firstBad() != null) {
            after.put("seq", result.firstBad().seq());
            after.put("fault", result.firstBad().fault());
        }
        return after;
    }
}
