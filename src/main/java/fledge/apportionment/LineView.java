package fledge.apportionment;

import fledge.kernel.Quarter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a target set as others may see it; numbers in base units, of a ratio the numerator and the denominator. */
public record LineView(
        UUID id,
        int version,
        UUID setId,
        UUID indicatorId,
        UUID unitId,
        int position,
        int year,
        @Nullable Integer quarter,
        @Nullable BigDecimal value,
        @Nullable BigDecimal denominator,
        boolean pinned,
        TargetLineStatus status,
        Instant since,
        @Nullable Instant answerDueAt,
        @Nullable CounterProposal counter,
        @Nullable UUID answeredBy,
        @Nullable UUID settledBy,
        @Nullable Instant acknowledgeDueAt,
        @Nullable UUID acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        int fromEdition,
        @Nullable Integer untilEdition,
        @Nullable UUID amendmentId,
        @Nullable Quarter effectiveFrom) {

    public Period period() {
        return new Period(year, quarter);
    }

    /** Whether it carries exactly these numbers. */
    boolean carries(@Nullable BigDecimal otherValue, @Nullable BigDecimal otherDenominator) {
        return same(value, otherValue) && same(denominator, otherDenominator);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** The same line with other numbers. */
    LineView carrying(@Nullable BigDecimal otherValue, @Nullable BigDecimal otherDenominator) {
        return new LineView(
                id,
                version,
                setId,
                indicatorId,
                unitId,
                position,
                year,
                quarter,
                otherValue,
                otherDenominator,
                pinned,
                status,
                since,
                answerDueAt,
                counter,
                answeredBy,
                settledBy,
                acknowledgeDueAt,
                acknowledgedBy,
                acknowledgedAt,
                fromEdition,
                untilEdition,
                amendmentId,
                effectiveFrom);
    }

    public boolean isLive() {
        return untilEdition == null;
    }

    /** Whether it was part of that edition. */
    public boolean isIn(int edition) {
        return fromEdition <= edition && (untilEdition == null || edition <= untilEdition);
    }
}
