package fledge.base;

import fledge.base.rules.RecognitionLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recognition as others see it. */
public record RecognitionView(
        UUID id,
        UUID baseId,
        RecognitionLevel level,
        RecognitionStatus status,
        Instant since,
        String statement,
        UUID appliedBy,
        Instant appliedAt,
        @Nullable Instant supplementUntil,
        @Nullable UUID recommendedBy,
        @Nullable UUID reviewedBy,
        String experts,
        @Nullable BigDecimal score,
        @Nullable UUID passedBy,
        @Nullable Instant noticeUntil,
        @Nullable UUID recognisedBy,
        @Nullable Instant recognisedAt,
        boolean model,
        @Nullable Instant rectifyUntil) {}
