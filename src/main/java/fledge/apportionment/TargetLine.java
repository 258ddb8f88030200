package fledge.apportionment;

import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one unit carries of one indicator in a year or quarter (分解指标). Each transition is one method; numbers are written only
 * while the set is a draft, and an issued line is never edited: another takes its place.
 */
@Entity
class TargetLine extends CityOwned {

    private UUID setId;
    private UUID indicatorId;
    private UUID unitId;
    private int position;
    private int year;
    private @Nullable Integer quarter;
    private @Nullable BigDecimal value;
    private @Nullable BigDecimal denominator;
    private boolean pinned;
    private UUID enteredBy;

    @Enumerated(EnumType.STRING)
    private TargetLineStatus status = TargetLineStatus.PROPOSED;

    private Instant since;
    private @Nullable Instant answerDueAt;
    private @Nullable BigDecimal counterValue;
    private @Nullable BigDecimal counterDenominator;
    private @Nullable String counterReason;
    private @Nullable String counterEvidence;
    private @Nullable UUID answeredBy;
    private @Nullable UUID settledBy;
    private @Nullable Instant acknowledgeDueAt;
    private @Nullable UUID acknowledgedBy;
    private @Nullable Instant acknowledgedAt;
    private int fromEdition = 1;
    private @Nullable Integer untilEdition;
    private @Nullable Integer effectiveFrom;
    private @Nullable UUID amendmentId;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected TargetLine() {}

    TargetLine(UUID setId, UUID indicatorId, UUID unitId, int position, Period period, UUID person, Instant now) {
        this.setId = setId;
        this.indicatorId = indicatorId;
        this.unitId = unitId;
        this.position = position;
        this.year = period.year();
        this.quarter = period.quarter();
        this.enteredBy = person;
        this.since = now;
    }

    /** The same part in another draft, not answered yet. */
    TargetLine copyTo(UUID otherSet, UUID person, Instant now) {
        TargetLine copy = new TargetLine(otherSet, indicatorId, unitId, position, period(), person, now);
        copy.value = value;
        copy.denominator = denominator;
        copy.pinned = pinned;
        return copy;
    }

    /** The line that takes this one's place when an amendment takes effect. */
    TargetLine amended(
            TargetAmendment amendment, AmendmentChange change, int edition, Instant now, Instant acknowledgeBy) {
        TargetLine line = new TargetLine(setId, indicatorId, unitId, position, period(), amendment.authorId(), now);
        line.value = change.value();
        line.denominator = change.denominator();
        line.status = TargetLineStatus.ISSUED;
        line.acknowledgeDueAt = acknowledgeBy;
        line.fromEdition = edition;
        line.effectiveFrom = amendment.effectiveFrom().index();
        line.amendmentId = amendment.id();
        return line;
    }

    void place(int position) {
        this.position = position;
    }

    void pin(boolean pinned) {
        this.pinned = pinned;
    }

    /** Another number while the set is a draft; an agreement to the former one is void, and the log says so. */
    void write(@Nullable BigDecimal value, @Nullable BigDecimal denominator, UUID person) {
        if (status != TargetLineStatus.PROPOSED) {
            throw refused(TargetLineAction.REPROPOSE);
        }
        this.value = value;
        this.denominator = denominator;
        this.enteredBy = person;
    }

    boolean isWritten(@Nullable BigDecimal otherValue, @Nullable BigDecimal otherDenominator) {
        return view().carries(otherValue, otherDenominator);
    }

    /** The answer window opens. */
    void ask(Instant now, Instant due) {
        if (status == TargetLineStatus.PROPOSED) {
            since = now;
            answerDueAt = due;
        }
    }

    void agree(UUID person, Instant now) {
        refuseAfter(answerDueAt, now);
        move(TargetLineAction.AGREE, now);
        answeredBy = person;
    }

    void counter(UUID person, CounterProposal counter, Instant now) {
        refuseAfter(answerDueAt, now);
        move(TargetLineAction.COUNTER, now);
        answeredBy = person;
        counterValue = counter.value();
        counterDenominator = counter.denominator();
        counterReason = counter.reason();
        counterEvidence = counter.evidence();
    }

    void noAnswer(Instant now) {
        move(TargetLineAction.NO_ANSWER, now);
    }

    void acceptCounter(UUID person, Instant now) {
        move(TargetLineAction.ACCEPT_COUNTER, now);
        value = counterValue;
        denominator = counterDenominator == null ? denominator : counterDenominator;
        enteredBy = person;
    }

    /** Proposes again; what was answered before no longer stands. */
    void repropose(Instant now, @Nullable Instant due) {
        move(TargetLineAction.REPROPOSE, now);
        answerDueAt = due;
        answeredBy = null;
    }

    void insist(Instant now) {
        move(TargetLineAction.INSIST, now);
    }

    /** The decider fixes the number; nobody settles what they entered or answered. */
    void settle(UUID person, @Nullable BigDecimal value, @Nullable BigDecimal denominator, Instant now) {
        if (person.equals(enteredBy) || person.equals(answeredBy)) {
            throw new RuleRefused(Reason.of("apportionment.refused.samePerson"));
        }
        move(TargetLineAction.SETTLE, now);
        this.value = value;
        this.denominator = denominator;
        settledBy = person;
    }

    void issue(Instant now, Instant acknowledgeBy) {
        move(TargetLineAction.ISSUE, now);
        acknowledgeDueAt = acknowledgeBy;
    }

    void acknowledge(UUID person, Instant now) {
        move(TargetLineAction.ACKNOWLEDGE, now);
        acknowledgedBy = person;
        acknowledgedAt = now;
    }

    /** Ends with the edition before the one that brings its successor. */
    void supersede(int successorsEdition, Instant now) {
        move(TargetLineAction.SUPERSEDE, now);
        untilEdition = successorsEdition - 1;
    }

    private static void refuseAfter(@Nullable Instant due, Instant now) {
        if (due == null || !now.isBefore(due)) {
            throw new RuleRefused(Reason.of("apportionment.refused.windowOver"));
        }
    }

    private void move(TargetLineAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw refused(action);
        }
        status = action.to();
        since = now;
    }

    private RuleRefused refused(TargetLineAction action) {
        return new RuleRefused(Reason.of("apportionment.refused.state", action, status));
    }

    boolean isOverdue(Instant now) {
        return status == TargetLineStatus.PROPOSED && answerDueAt != null && !now.isBefore(answerDueAt);
    }

    boolean isEnteredBy(UUID person) {
        return enteredBy.equals(person);
    }

    boolean isLive() {
        return untilEdition == null;
    }

    Period period() {
        return new Period(year, quarter);
    }

    LineView view() {
        return new LineView(
                id(),
                version(),
                setId,
                indicatorId,
                unitId,
                position,
                year,
                quarter,
                value,
                denominator,
                pinned,
                status,
                since,
                answerDueAt,
                counterValue == null || counterReason == null || counterEvidence == null
                        ? null
                        : new CounterProposal(counterValue, counterDenominator, counterReason, counterEvidence),
                answeredBy,
                settledBy,
                acknowledgeDueAt,
                acknowledgedBy,
                acknowledgedAt,
                fromEdition,
                untilEdition,
                amendmentId,
                effectiveFrom == null ? null : Quarter.ofIndex(effectiveFrom));
    }

    UUID setId() {
        return setId;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    UUID unitId() {
        return unitId;
    }

    int position() {
        return position;
    }

    int year() {
        return year;
    }

    @Nullable
    BigDecimal value() {
        return value;
    }

    @Nullable
    BigDecimal denominator() {
        return denominator;
    }

    boolean pinned() {
        return pinned;
    }

    TargetLineStatus status() {
        return status;
    }

    @Nullable
    BigDecimal counterValue() {
        return counterValue;
    }

    int fromEdition() {
        return fromEdition;
    }
}
