package fledge.exchange;

import fledge.kernel.AuditedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A token for another system was issued; the trail never learns its secret. */
public record ApiTokenIssued(
        UUID tokenId, String label, String hint, UUID personId, UUID unitId, UUID programmeId, Instant expiresAt)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("api-token", tokenId, label);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "hint", hint,
                "personId", personId,
                "unitId", unitId,
                "programmeId", programmeId,
                "expiresAt", expiresAt);
    }
}
