package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return went from one state to another. */
public record ReturnMoved(
        Subject subject,
        ReturnAction way,
        ReturnStatus from,
        ReturnStatus to,
        @Nullable String reasonCode,
        String why,
        Map<String, String> details)
        implements AuditedEvent {

    /** Under this name the details of a reopened return tell the amendment's id. */
    static final String AMENDMENT = "amendment";

    /** The amendment that the return is reopened by. */
    public Optional<UUID> amendment() {
        return Optional.ofNullable(details.get(AMENDMENT)).map(UUID::fromString);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("status", from.name());
    }

    @Override
    public Map<String, ?> after() {
        var after = new TreeMap<String, Object>(details);
        after.put("status", to.name());
        return after;
    }

    @Override
    public @Nullable String reason() {
        return why.isEmpty() ? null : why;
    }

    /** Each way has a name of its own in the trail: ReturnCertify, ReturnAccept … */
    @Override
    public String action() {
        return "Return." + way.name();
    }
}
