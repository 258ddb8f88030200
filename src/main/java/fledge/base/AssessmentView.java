package fledge.base;

import fledge.base.rules.Grade;
import java.time.Instant;
import java.util.UUID;

/** A yearly assessment as others see it. */
public record AssessmentView(
        UUID recognitionId, int year, Grade grade, String remark, UUID assessedBy, Instant assessedAt) {}
