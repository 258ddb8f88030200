package fledge.base;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move of a recognition as others see it; the person is null where it came by itself. */
public record StepView(
        UUID recognitionId,
        RecognitionAction action,
        RecognitionStatus to,
        @Nullable UUID personId,
        Instant at,
        String reason) {}
