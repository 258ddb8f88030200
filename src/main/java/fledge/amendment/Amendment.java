package fledge.amendment;

import fledge.kernel.Period;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.ReturnView;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request to put a closed return right (更正), and what becomes of it. Each transition is one method; it refuses where the
 * machine of {@link AmendmentAction} has no such way, or where one person would decide on their own request.
 */
@Entity
class Amendment extends CityOwned {

    private UUID returnId;
    private UUID unitId;
    private int period;

    @Enumerated(EnumType.STRING)
    private AmendmentKind kind;

    @Enumerated(EnumType.STRING)
    private AmendmentStatus status;

    private Instant since;
    private int moves;

    @Enumerated(EnumType.STRING)
    private AmendmentCause cause;

    private String reason;
    private String evidence;
    private UUID requestedBy;
    private @Nullable Instant requestedAt;
    private int impactEdition;
    private @Nullable Integer acknowledged;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable Instant expiresAt;
    private boolean sentBack;
    private @Nullable UUID extendedBy;
    private @Nullable UUID baseVersionId;
    private @Nullable UUID resultVersionId;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Amendment() {}

    Amendment(ReturnView of, UUID requester, Instant now) {
        this.returnId = of.id();
        this.unitId = of.unitId();
        this.period = of.round().period().index();
        this.kind = AmendmentKind.ERROR;
        this.cause = AmendmentCause.OTHER;
        this.reason = "";
        this.evidence = "";
        this.status = AmendmentStatus.DRAFT;
        this.since = now;
        this.requestedBy = requester;
        this.baseVersionId = of.validVersionId();
    }

    void write(AmendmentRequest words) {
        if (status != AmendmentStatus.DRAFT) {
            throw refused(AmendmentAction.REQUEST);
        }
        kind = words.kind();
        cause = words.cause();
        reason = words.reason();
        evidence = words.evidence();
    }

    void request(UUID person, Instant now) {
        refuseOthers(person);
        move(AmendmentAction.REQUEST, now);
        requestedAt = now;
    }

    void discard(UUID person, Instant now) {
        refuseOthers(person);
        move(AmendmentAction.DISCARD, now);
    }

    void withdraw(UUID person, Instant now) {
        refuseOthers(person);
        move(AmendmentAction.WITHDRAW, now);
    }

    void refuse(UUID person, Instant now) {
        refuseRequester(person);
        move(AmendmentAction.REFUSE, now);
        decidedBy = person;
        decidedAt = now;
    }

    /** Approves it, the list of affected objects having been read. */
    void approve(UUID person, int impactRead, Instant expiresAt, Instant now) {
        refuseRequester(person);
        move(AmendmentAction.APPROVE, now);
        acknowledged = impactRead;
        decidedBy = person;
        decidedAt = now;
        this.expiresAt = expiresAt;
    }

    void expire(Instant now) {
        if (expiresAt == null || now.isBefore(expiresAt)) {
            throw new RuleRefused(Reason.of("amendment.refused.not-expired"));
        }
        move(AmendmentAction.EXPIRE, now);
    }

    void giveUp(UUID person, Instant now) {
        refuseOthers(person);
        move(AmendmentAction.GIVE_UP, now);
    }

    /** Gives more time, once, after a reviewer sent the return back. */
    void extend(UUID person, Instant until) {
        refuseRequester(person);
        String whyNot = whyNotExtended();
        if (whyNot != null) {
            throw new RuleRefused(Reason.of(whyNot));
        }
        extendedBy = person;
        expiresAt = until;
    }

    @Nullable
    String whyNotExtended() {
        if (status != AmendmentStatus.OPEN || !sentBack) {
            return "amendment.refused.nothing-to-extend";
        }
        return extendedBy == null ? null : "amendment.refused.extended-already";
    }

    void certified(Instant now) {
        move(AmendmentAction.CERTIFY, now);
    }

    void recalled(Instant now) {
        move(AmendmentAction.RECALL, now);
    }

    /** The reviewer's own term to correct may end later than the amendment; it is kept to. */
    void sentBack(Instant until, Instant now) {
        move(AmendmentAction.RETURN, now);
        expiresAt = until;
        sentBack = true;
    }

    void accepted(UUID versionId, Instant now) {
        move(AmendmentAction.ACCEPT, now);
        resultVersionId = versionId;
    }

    int nextImpactEdition() {
        return ++impactEdition;
    }

    boolean isExpired(Instant now) {
        return status == AmendmentStatus.OPEN && expiresAt != null && !now.isBefore(expiresAt);
    }

    /** What the restatement notes will say; the light way has no words but its evidence. */
    String publicReason() {
        return reason.isEmpty() ? evidence : reason;
    }

    private void refuseOthers(UUID person) {
        if (!person.equals(requestedBy)) {
            throw new RuleRefused(Reason.of("amendment.refused.only-requester"));
        }
    }

    private void refuseRequester(UUID person) {
        if (person.equals(requestedBy)) {
            throw new RuleRefused(Reason.of("amendment.refused.same-person"));
        }
    }

    private void move(AmendmentAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw refused(action);
        }
        status = action.to();
        since = now;
        moves++;
    }

    private RuleRefused refused(AmendmentAction action) {
        return new RuleRefused(Reason.of("amendment.refused.state", action, status));
    }

    UUID returnId() {
        return returnId;
    }

    UUID unitId() {
        return unitId;
    }

    AmendmentStatus status() {
        return status;
    }

    int moves() {
        return moves;
    }

    int impactEdition() {
        return impactEdition;
    }

    String reason() {
        return reason;
    }

    String evidence() {
        return evidence;
    }

    AmendmentView view() {
        return new AmendmentView(
                id(),
                returnId,
                unitId,
                Period.ofIndex(period),
                kind,
                status,
                since,
                cause,
                reason,
                evidence,
                requestedBy,
                requestedAt,
                impactEdition,
                acknowledged,
                decidedBy,
                decidedAt,
                expiresAt,
                extendedBy,
                baseVersionId,
                resultVersionId);
    }
}
