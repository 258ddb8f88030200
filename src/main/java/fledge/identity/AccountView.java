package fledge.identity;

import java.time.Instant;
import java.util.UUID;

/** An account as administrators see it. */
public record AccountView(
        UUID id,
        UUID personId,
        String login,
        String personName,
        AccountState state,
        boolean mustChangePassword,
        Instant openedAt) {}
