package fledge.monitoring;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
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
    private @Nullable UUID certifiedBy;
    private @Nullable Instant certifiedAt;
    private @Nullable UUID firstReviewedBy;
    private @Nullable UUID acceptedBy;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant correctUntil;
    private @Nullable String waiverReason;
    private @Nullable UUID waiverProposedBy;
    private @Nullable UUID waivedBy;
    private int submissions;
    private @Nullable UUID validVersionId;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Return() {}

    Return(UUID roundId, UUID unitId, Instant now) {
        this.roundId = roundId;
        this.unitId = unitId;
        this.status = ReturnStatus.SCHEDULED;
        this.since = now;
    }

    void open(Instant now) {
        move(ReturnAction.OPEN, now);
    }

    /** The first figure makes an open or returned return a draft; a draft stays one. */
    void save(UUID person, Instant now) {
        if (status != ReturnStatus.DRAFT) {
            move(ReturnAction.SAVE, now);
        }
        preparedBy = person;
    }

    void requestSignOff(UUID person, Instant now) {
        move(ReturnAction.REQUEST_SIGN_OFF, now);
        preparedBy = person;
    }

    void takeBack(Instant now) {
        move(ReturnAction.TAKE_BACK, now);
    }

    void declineSignOff(Instant now) {
        move(ReturnAction.DECLINE_SIGN_OFF, now);
    }

    /** Signs the figures off; the preparer never signs what they prepared. */
    void certify(UUID person, Instant now) {
        if (person.equals(preparedBy)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.certify"));
        }
        move(ReturnAction.CERTIFY, now);
        certifiedBy = person;
        certifiedAt = now;
        submissions++;
        reviewLevel = 0;
        firstReviewedBy = null;
        correctUntil = null;
    }

    void recall(Instant now, Instant dueAt) {
        if (!now.isBefore(dueAt)) {
            throw new RuleRefused(Reason.of("monitoring.refused.recall-after-due"));
        }
        move(ReturnAction.RECALL, now);
        certifiedBy = null;
        certifiedAt = null;
    }

    void startReview(UUID person, Instant now) {
        refuseReporters(person);
        move(ReturnAction.START_REVIEW, now);
        reviewLevel = 1;
    }

    void passLevel(UUID person, int levels, Instant now) {
        refuseReporters(person);
        if (reviewLevel >= levels) {
            throw new RuleRefused(Reason.of("monitoring.refused.last-level"));
        }
        move(ReturnAction.PASS_LEVEL, now);
        firstReviewedBy = person;
        reviewLevel++;
    }

    /** Sends the return back; every approval of an earlier level is void. */
    void sendBack(UUID person, Instant correctUntil, Instant now) {
        refuseReporters(person);
        move(ReturnAction.RETURN, now);
        this.correctUntil = correctUntil;
        reviewLevel = 0;
        firstReviewedBy = null;
        certifiedBy = null;
    }

    void accept(UUID person, int levels, UUID versionId, Instant now) {
        refuseReporters(person);
        if (reviewLevel < levels) {
            throw new RuleRefused(Reason.of("monitoring.refused.not-last-level"));
        }
        if (person.equals(firstReviewedBy)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.levels"));
        }
        move(ReturnAction.ACCEPT, now);
        acceptedBy = person;
        acceptedAt = now;
        validVersionId = versionId;
    }

    void unaccept(UUID person, Instant now) {
        if (person.equals(acceptedBy)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.unaccept"));
        }
        move(ReturnAction.UNACCEPT, now);
        acceptedBy = null;
        acceptedAt = null;
        validVersionId = null;
    }

    void lock(Instant now) {
        move(ReturnAction.LOCK, now);
    }

    void closeWindow(Instant now) {
        move(ReturnAction.CLOSE_WINDOW, now);
    }

    void proposeWaiver(UUID person, String reason) {
        if (!ReturnAction.WAIVE.leavesFrom(status)) {
            throw refused(ReturnAction.WAIVE);
        }
        waiverReason = reason;
        waiverProposedBy = person;
    }

    void waive(UUID person, Instant now) {
        if (waiverProposedBy == null) {
            throw new RuleRefused(Reason.of("monitoring.refused.no-waiver-proposed"));
        }
        if (person.equals(waiverProposedBy)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.waive"));
        }
        move(ReturnAction.WAIVE, now);
        waivedBy = person;
    }

    void refuseWaiver() {
        if (waiverProposedBy == null || status == ReturnStatus.WAIVED) {
            throw new RuleRefused(Reason.of("monitoring.refused.no-waiver-proposed"));
        }
        waiverReason = null;
        waiverProposedBy = null;
    }

    private void refuseReporters(UUID person) {
        if (person.equals(preparedBy) || person.equals(certifiedBy)) {
            throw new RuleRefused(Reason.of("monitoring.refused.same-person.review"));
        }
    }

    private void move(ReturnAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw refused(action);
        }
        status = action.to();
        since = now;
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

    @Nullable
    UUID validVersionId() {
        return validVersionId;
    }
}
