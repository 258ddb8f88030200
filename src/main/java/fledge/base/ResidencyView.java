package fledge.base;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A residency as others see it, with who wrote it, who ended it and who corrected it last. */
public record ResidencyView(
        UUID id,
        int version,
        UUID baseId,
        UUID enterpriseId,
        ResidencyTerms terms,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt,
        String correction,
        @Nullable UUID correctedBy,
        @Nullable Instant correctedAt,
        boolean struck) {}
