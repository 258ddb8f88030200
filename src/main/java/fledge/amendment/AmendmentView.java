package fledge.amendment;

import fledge.kernel.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amendment as others see it.
 *
 * @param requestedBy who drafted it and asks for it
 * @param impactEdition which list of affected objects is the newest
 * @param acknowledged which list the approver had read
 * @param expiresAt the first instant that is too late to certify
 * @param baseVersionId the version that counted when it was drafted; none where nothing was reported
 * @param resultVersionId the version that replaced it
 */
public record AmendmentView(
        UUID id,
        UUID returnId,
        UUID unitId,
        Period period,
        AmendmentKind kind,
        AmendmentStatus status,
        Instant since,
        AmendmentCause cause,
        String reason,
        String evidence,
        UUID requestedBy,
        @Nullable Instant requestedAt,
        int impactEdition,
        @Nullable Integer acknowledged,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant expiresAt,
        @Nullable UUID extendedBy,
        @Nullable UUID baseVersionId,
        @Nullable UUID resultVersionId) {}
