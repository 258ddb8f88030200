package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.RuleTerms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a plausibility rule as pages show it; its name is empty where its kind says all. */
public record RuleView(
        UUID id,
        int version,
        int number,
        int edition,
        String name,
        RuleTerms terms,
        @Nullable UUID programmeId,
        String message,
        @Nullable UUID ownerUnitId,
        @Nullable Quarter validFrom,
        @Nullable Quarter validUntil,
        RuleStatus status,
        Instant since,
        @Nullable UUID madeBy,
        Instant madeAt,
        @Nullable UUID triedBy,
        @Nullable Instant triedAt,
        @Nullable UUID enforcedBy,
        @Nullable Instant enforcedAt,
        @Nullable UUID retiredBy,
        @Nullable Instant retiredAt,
        String retireReason) {}
