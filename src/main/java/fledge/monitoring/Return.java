package fledge.monitoring;

import fledge.access.Hand;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quarterly return (季报): what one unit reports in one round. Each transition is one method; it refuses where the machine of
 * {@link ReturnAction} has no such way, or where one person would sign twice.
 */
@Entity
@Table(name = "quarterly_return")
class Return extends CityOwned {

    private UUID roundId;
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    private ReturnStatus status;

    private Instant since;
    private int reviewLevel;
    private @Nullable UUID preparedBy;
    private @Nullable UUID preparedFor;
    private @Nullable UUID certifiedBy;
    private @Nullable UUID certifiedFor;
    private @Nullable Instant certifiedAt;
    private @Nullable UUID firstReviewedBy;
    private @Nullable UUID firstReviewedFor;
    private @Nullable UUID acceptedBy;
    private @Nullable UUID acceptedFor;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant correctUntil;
    private @Nullable String waiverReason;
    private @Nullable UUID waiverProposedBy;
    private @Nullable UUID waiverProposedFor;
    private @Nullable UUID waivedBy;

    @Column // read by the database's guard
    private @Nullable UUID waivedFor;

    private int submissions;
    private @Nullable UUID validVersionId;
    private int moves;
    private boolean clockPaused;

    /** Where a pause has moved the round's due date and end of entry for this return. */
    private @Nullable Instant movedDueAt;

    private @Nullable Instant movedEntryEndAt;

    /** The first certification that was not recalled; of a return that was missed, the one that came late. */
    private @Nullable Instant reportedAt;

    private boolean reportedInTime;
    private int cellsAsked;

    /** Figures given in the latest certified version. */
    private int cellsFilled;

    private @Nullable UUID reopenedBy;
    private @Nullable Instant reopenedUntil;
    private UUID @Nullable [] reopenedLines;
    private @Nullable String reopenedReason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Return() {}

    Return(UUID roundId, UUID unitId, int cellsAsked, Instant now) {
        this.cellsAsked = cellsAsked;
        this.roundId = roundId;
        this.unitId = unitId;
        this.status = ReturnStatus.SCHEDULED;
        this.since = now;
    }

    void open(Instant now) {
        move(ReturnAction.OPEN, now);
    }

    /** The first figure makes an open or returned return a draft; a draft stays one. */
    void save(Hand hand, Instant now) {
        if (status != ReturnStatus.DRAFT) {
            move(ReturnAction.SAVE, now);
        }
        preparedBy = hand.person();
        preparedFor = hand.principal();
    }

    void requestSignOff(Hand hand, Instant now) {
        move(ReturnAction.REQUEST_SIGN_OFF, now);
        preparedBy = hand.person();
        preparedFor = hand.principal();
    }

    void takeBack(Instant now) {
        move(ReturnAction.TAKE_BACK, now);
    }

    void declineSignOff(Instant now) {
        move(ReturnAction.DECLINE_SIGN_OFF, now);
    }

    /** Signs the figures off; the preparer never signs what they prepared. An amended figure is as timely as its first version. */
    void certify(Hand hand, boolean inTime, int filled, Instant now) {
        if (isPreparedBy(hand)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.certify"));
        }
        move(ReturnAction.CERTIFY, now);
        certifiedBy = hand.person();
        certifiedFor = hand.principal();
        certifiedAt = now;
        submissions++;
        cellsFilled = filled;
        if (reportedAt == null) {
            reportedAt = now;
            reportedInTime = inTime;
        }
        reviewLevel = 0;
        firstReviewedBy = null;
        firstReviewedFor = null;
        correctUntil = null;
    }

    void recall(Instant now, Instant until) {
        if (!now.isBefore(until)) {
            throw new RuleRefused(Reason.of("monitoring.refused.recall-after-due"));
        }
        move(ReturnAction.RECALL, now);
        if (certifiedAt != null && certifiedAt.equals(reportedAt)) {
            reportedAt = null;
            reportedInTime = false;
        }
        certifiedBy = null;
        certifiedFor = null;
        certifiedAt = null;
    }

    void startReview(Hand hand, Instant now) {
        refuseReporters(hand);
        move(ReturnAction.START_REVIEW, now);
        reviewLevel = 1;
    }

    void passLevel(Hand hand, int levels, Instant now) {
        refuseReporters(hand);
        if (reviewLevel >= levels) {
            throw new RuleRefused(Reason.of("monitoring.refused.last-level"));
        }
        move(ReturnAction.PASS_LEVEL, now);
        firstReviewedBy = hand.person();
        firstReviewedFor = hand.principal();
        reviewLevel++;
    }

    /** Sends the return back; every approval of an earlier level is void. */
    void sendBack(Hand hand, Instant correctUntil, Instant now) {
        refuseReporters(hand);
        move(ReturnAction.RETURN, now);
        this.correctUntil = correctUntil;
        if (reopenedUntil != null && reopenedUntil.isBefore(correctUntil)) {
            reopenedUntil = correctUntil;
        }
        reviewLevel = 0;
        firstReviewedBy = null;
        firstReviewedFor = null;
        certifiedBy = null;
        certifiedFor = null;
    }

    void accept(Hand hand, int levels, UUID versionId, Instant now) {
        refuseReporters(hand);
        if (reviewLevel < levels) {
            throw new RuleRefused(Reason.of("monitoring.refused.not-last-level"));
        }
        if (isFirstReviewedBy(hand)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.levels"));
        }
        move(ReturnAction.ACCEPT, now);
        acceptedBy = hand.person();
        acceptedFor = hand.principal();
        acceptedAt = now;
        validVersionId = versionId;
    }

    void unaccept(Hand hand, Instant now) {
        if (isAcceptedBy(hand)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.unaccept"));
        }
        move(ReturnAction.UNACCEPT, now);
        acceptedBy = null;
        acceptedFor = null;
        acceptedAt = null;
        validVersionId = null;
    }

    void lock(Instant now) {
        move(ReturnAction.LOCK, now);
        closeAgain();
    }

    void closeWindow(Instant now) {
        move(ReturnAction.CLOSE_WINDOW, now);
        closeAgain();
    }

    /** Opens a closed return for these lines; what counts goes on counting. What was missed has not been reported: it comes late. */
    void reopen(Reopening reopening, Instant now) {
        if (status == ReturnStatus.MISSED) {
            reportedAt = null;
            reportedInTime = false;
        }
        move(ReturnAction.REOPEN, now);
        certifiedBy = null;
        certifiedFor = null;
        certifiedAt = null;
        firstReviewedBy = null;
        firstReviewedFor = null;
        acceptedBy = null;
        acceptedFor = null;
        acceptedAt = null;
        correctUntil = null;
        reviewLevel = 0;
        reopenedBy = reopening.amendmentId();
        reopenedUntil = reopening.until();
        reopenedLines = reopening.lines().toArray(UUID[]::new);
        reopenedReason = reopening.reason();
    }

    void extendReopening(Instant until) {
        if (reopenedBy == null) {
            throw new RuleRefused(Reason.of("monitoring.refused.not-reopened"));
        }
        reopenedUntil = until;
    }

    /** Closes a reopened return again with the version that counts, as it was signed and accepted. */
    void relock(ReturnVersion valid, ReturnStep acceptance, int filled, Instant now) {
        move(ReturnAction.RELOCK, now);
        VersionView signed = valid.view();
        preparedBy = signed.preparedBy();
        preparedFor = signed.preparedFor();
        certifiedBy = signed.certifiedBy();
        certifiedFor = signed.certifiedFor();
        certifiedAt = signed.certifiedAt();
        acceptedBy = acceptance.personId();
        acceptedFor = acceptance.onBehalfOf();
        acceptedAt = acceptance.at();
        cellsFilled = filled;
        correctUntil = null;
        reviewLevel = 0;
        firstReviewedBy = null;
        firstReviewedFor = null;
        closeAgain();
    }

    private void closeAgain() {
        reopenedBy = null;
        reopenedUntil = null;
        reopenedLines = null;
        reopenedReason = null;
    }

    void pauseClock() {
        clockPaused = true;
    }

    void resumeClock() {
        clockPaused = false;
    }

    /** The pause has moved what the round asks for. */
    void resumeClock(Instant due, Instant entryEnd) {
        clockPaused = false;
        movedDueAt = due;
        movedEntryEndAt = entryEnd;
    }

    /** The pause has moved the time to correct. */
    void resumeClock(Instant laterCorrection) {
        clockPaused = false;
        correctUntil = laterCorrection;
    }

    void proposeWaiver(Hand hand, String reason) {
        if (!ReturnAction.WAIVE.leavesFrom(status)) {
            throw refused(ReturnAction.WAIVE);
        }
        waiverReason = reason;
        waiverProposedBy = hand.person();
        waiverProposedFor = hand.principal();
    }

    void waive(Hand hand, Instant now) {
        if (waiverProposedBy == null) {
            throw new RuleRefused(Reason.of("monitoring.refused.no-waiver-proposed"));
        }
        if (isWaiverProposedBy(hand)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.waive"));
        }
        move(ReturnAction.WAIVE, now);
        waivedBy = hand.person();
        waivedFor = hand.principal();
    }

    void refuseWaiver() {
        if (waiverProposedBy == null || status == ReturnStatus.WAIVED) {
            throw new RuleRefused(Reason.of("monitoring.refused.no-waiver-proposed"));
        }
        waiverReason = null;
        waiverProposedBy = null;
        waiverProposedFor = null;
    }

    void refuseReporters(Hand hand) {
        if (isReportedBy(hand)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.review"));
        }
    }

    boolean isReportedBy(Hand hand) {
        return hand.gave(preparedBy, preparedFor) || hand.gave(certifiedBy, certifiedFor);
    }

    boolean isPreparedBy(Hand hand) {
        return hand.gave(preparedBy, preparedFor);
    }

    boolean isFirstReviewedBy(Hand hand) {
        return hand.gave(firstReviewedBy, firstReviewedFor);
    }

    boolean isAcceptedBy(Hand hand) {
        return hand.gave(acceptedBy, acceptedFor);
    }

    boolean isWaiverProposedBy(Hand hand) {
        return hand.gave(waiverProposedBy, waiverProposedFor);
    }

    private void move(ReturnAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw refused(action);
        }
        status = action.to();
        since = now;
        moves++;
    }

    private RuleRefused refused(ReturnAction action) {
        return new RuleRefused(Reason.of("monitoring.refused.state", action, status));
    }

    UUID roundId() {
        return roundId;
    }

    UUID unitId() {
        return unitId;
    }

    ReturnStatus status() {
        return status;
    }

    Instant since() {
        return since;
    }

    int reviewLevel() {
        return reviewLevel;
    }

    @Nullable
    UUID preparedBy() {
        return preparedBy;
    }

    @Nullable
    UUID preparedFor() {
        return preparedFor;
    }

    @Nullable
    UUID certifiedBy() {
        return certifiedBy;
    }

    @Nullable
    Instant certifiedAt() {
        return certifiedAt;
    }

    @Nullable
    UUID firstReviewedBy() {
        return firstReviewedBy;
    }

    @Nullable
    UUID acceptedBy() {
        return acceptedBy;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    Instant correctUntil() {
        return correctUntil;
    }

    @Nullable
    String waiverReason() {
        return waiverReason;
    }

    @Nullable
    UUID waiverProposedBy() {
        return waiverProposedBy;
    }

    @Nullable
    UUID waivedBy() {
        return waivedBy;
    }

    int submissions() {
        return submissions;
    }

    boolean clockPaused() {
        return clockPaused;
    }

    @Nullable
    Instant movedDueAt() {
        return movedDueAt;
    }

    @Nullable
    Instant movedEntryEndAt() {
        return movedEntryEndAt;
    }

    @Nullable
    Instant reportedAt() {
        return reportedAt;
    }

    boolean reportedInTime() {
        return reportedInTime;
    }

    int cellsAsked() {
        return cellsAsked;
    }

    int cellsFilled() {
        return cellsFilled;
    }

    @Nullable
    UUID validVersionId() {
        return validVersionId;
    }

    /** How often it changed its state: the number of its last step. */
    int moves() {
        return moves;
    }

    /** While it is reopened: by which amendment, for which lines, until when and why. */
    @Nullable
    Reopening reopening() {
        return reopenedBy == null || reopenedUntil == null || reopenedLines == null || reopenedReason == null
                ? null
                : new Reopening(reopenedBy, Set.of(reopenedLines), reopenedUntil, reopenedReason);
    }
}
