package fledge.representative;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody claimed to act for an enterprise. */
public record EnterpriseClaimed(UUID id, String label, UUID accountId, UUID personId, Claim claim)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("representative", id, label);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "accountId",
                accountId,
                "personId",
                personId,
                "creditCode",
                claim.creditCode(),
                "capacity",
                claim.chosen().name());
    }

    @Override
    public String reason() {
        return claim.grounds();
    }
}
