package fledge.apportionment;

import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An amendment of issued targets (指标调整): written by one, reviewed by the planner, decided by the decider. */
@Entity
class TargetAmendment extends CityOwned {

    private UUID setId;
    private int number;

    @Enumerated(EnumType.STRING)
    private TargetAmendmentStatus status = TargetAmendmentStatus.DRAFT;

    private Instant since;
    private @Nullable Instant decideBy;

    @Enumerated(EnumType.STRING)
    private TargetAmendmentCause cause;

    private String reason;
    private String evidence;
    private int effectiveFrom;
    private UUID authorId;
    private @Nullable UUID authorUnitId;
    private @Nullable UUID reviewedBy;
    private @Nullable UUID decidedBy;
    private @Nullable String documentNo;
    private @Nullable Integer edition;
    private @Nullable Instant effectiveAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected TargetAmendment() {}

    TargetAmendment(UUID setId, int number, NewAmendment made, UUID author, @Nullable UUID unit, Instant now) {
        this.setId = setId;
        this.number = number;
        this.cause = made.cause();
        this.reason = made.reason();
        this.evidence = made.evidence();
        this.effectiveFrom = made.effectiveFrom().index();
        this.authorId = author;
        this.authorUnitId = unit;
        this.since = now;
    }

    void propose(Instant now, Instant decideBy) {
        move(TargetAmendmentAction.PROPOSE, now);
        this.decideBy = decideBy;
    }

    void discard(Instant now) {
        move(TargetAmendmentAction.DISCARD, now);
    }

    void withdraw(Instant now) {
        move(TargetAmendmentAction.WITHDRAW, now);
    }

    void endorse(UUID person, Instant now) {
        move(TargetAmendmentAction.ENDORSE, now);
        reviewedBy = person;
    }

    void decline(UUID person, Instant now) {
        move(TargetAmendmentAction.DECLINE, now);
        reviewedBy = person;
    }

    void approve(UUID person, String documentNo, Instant now) {
        refuseAuthor(person);
        move(TargetAmendmentAction.APPROVE, now);
        this.decidedBy = person;
        this.documentNo = documentNo;
    }

    void refuse(UUID person, Instant now) {
        refuseAuthor(person);
        move(TargetAmendmentAction.REFUSE, now);
        decidedBy = person;
    }

    void takeEffect(int edition, Instant now) {
        move(TargetAmendmentAction.TAKE_EFFECT, now);
        this.edition = edition;
        this.effectiveAt = now;
    }

    void requireDraft() {
        if (status != TargetAmendmentStatus.DRAFT) {
            throw new RuleRefused(Reason.of("apportionment.refused.amendmentNotDraft", status));
        }
    }

    private void refuseAuthor(UUID person) {
        if (person.equals(authorId) || person.equals(reviewedBy)) {
            throw new RuleRefused(Reason.of("apportionment.refused.samePerson"));
        }
    }

    private void move(TargetAmendmentAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("apportionment.refused.state", action, status));
        }
        status = action.to();
        since = now;
    }

    Quarter effectiveFrom() {
        return Quarter.ofIndex(effectiveFrom);
    }

    TargetAmendmentView view() {
        return new TargetAmendmentView(
                id(),
                setId,
                number,
                status,
                since,
                decideBy,
                cause,
                reason,
                evidence,
                effectiveFrom(),
                authorId,
                authorUnitId,
                reviewedBy,
                decidedBy,
                documentNo,
                edition,
                effectiveAt);
    }

    UUID setId() {
        return setId;
    }

    int number() {
        return number;
    }

    TargetAmendmentStatus status() {
        return status;
    }

    UUID authorId() {
        return authorId;
    }

    @Nullable
    UUID authorUnitId() {
        return authorUnitId;
    }

    @Nullable
    String documentNo() {
        return documentNo;
    }
}
