package fledge.base;

import fledge.access.Hand;
import fledge.base.rules.RecognitionLevel;
import fledge.base.rules.RecognitionTerms;
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
 * The recognition of a base at one level (认定), from its application to its end. Each transition is one method; it refuses where
 * the machine of {@link RecognitionAction} has no such way, or where one person would pass their own work.
 */
@Entity
class Recognition extends CityOwned {

    private UUID baseId;

    @Enumerated(EnumType.STRING)
    private RecognitionLevel level;

    @Enumerated(EnumType.STRING)
    private RecognitionStatus status;

    private Instant since;
    private int moves;
    private String statement;
    private UUID appliedBy;
    private Instant appliedAt;
    private @Nullable Instant supplementUntil;
    private @Nullable UUID recommendedBy;
    private @Nullable UUID reviewedBy;
    private String experts;
    private @Nullable BigDecimal score;
    private @Nullable UUID passedBy;
    private @Nullable Instant noticeUntil;
    private @Nullable UUID recognisedBy;
    private @Nullable Instant recognisedAt;
    private boolean model;
    private @Nullable Instant rectifyUntil;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Recognition() {}

    Recognition(UUID baseId, RecognitionLevel level, String statement, UUID person, Instant now) {
        this.baseId = baseId;
        this.level = level;
        this.status = RecognitionStatus.APPLIED;
        this.since = now;
        this.statement = statement;
        this.appliedBy = person;
        this.appliedAt = now;
        this.experts = "";
    }

    /** Once only, so that nobody is sent round in circles. */
    void askSupplement(Hand hand, Instant until, Instant now) {
        refuseOwn(hand, appliedBy);
        if (supplementUntil != null) {
            throw new RuleRefused(Reason.of("recognition.refused.supplement-once"));
        }
        move(RecognitionAction.ASK_SUPPLEMENT, now);
        supplementUntil = until;
    }

    void resubmit(String words, Hand hand, Instant now) {
        move(RecognitionAction.RESUBMIT, now);
        statement = words;
        appliedBy = hand.person();
    }

    void lapse(Instant now) {
        if (supplementUntil == null || now.isBefore(supplementUntil)) {
            throw new RuleRefused(Reason.of("recognition.refused.not-over"));
        }
        move(RecognitionAction.LAPSE, now);
    }

    void withdraw(Instant now) {
        move(RecognitionAction.WITHDRAW, now);
    }

    void recommend(Hand hand, Instant now) {
        refuseOwn(hand, appliedBy);
        move(RecognitionAction.RECOMMEND, now);
        recommendedBy = hand.person();
    }

    void startReview(Hand hand, String names, Instant now) {
        refuseOwn(hand, appliedBy, recommendedBy);
        move(RecognitionAction.START_REVIEW, now);
        reviewedBy = hand.person();
        experts = names;
    }

    void pass(Hand hand, BigDecimal reached, Instant shownUntil, Instant now) {
        refuseOwn(hand, appliedBy, recommendedBy, reviewedBy);
        if (!RecognitionTerms.passes(reached)) {
            throw new RuleRefused(
                    Reason.on("score", "recognition.refused.score", RecognitionTerms.PASS_LINE.toPlainString()));
        }
        move(RecognitionAction.PASS, now);
        passedBy = hand.person();
        score = reached;
        noticeUntil = shownUntil;
    }

    void refuse(Hand hand, Instant now) {
        refuseOwn(hand, appliedBy, recommendedBy, reviewedBy);
        move(RecognitionAction.REFUSE, now);
    }

    void recognise(Hand hand, boolean asModel, Instant now) {
        refuseOwn(hand, appliedBy, recommendedBy, reviewedBy);
        if (noticeUntil != null && now.isBefore(noticeUntil)) {
            throw new RuleRefused(Reason.of("recognition.refused.notice-runs"));
        }
        move(RecognitionAction.RECOGNISE, now);
        recognisedBy = hand.person();
        recognisedAt = now;
        model = asModel;
    }

    void keep(Instant now) {
        move(RecognitionAction.KEEP, now);
    }

    void demand(Instant until, Instant now) {
        move(RecognitionAction.DEMAND, now);
        rectifyUntil = until;
    }

    void confirm(Instant now) {
        move(RecognitionAction.CONFIRM, now);
        rectifyUntil = null;
    }

    void askRenewal(Instant now) {
        move(RecognitionAction.ASK_RENEWAL, now);
    }

    void renew(Instant now) {
        move(RecognitionAction.RENEW, now);
    }

    void declineRenewal(Instant now) {
        move(RecognitionAction.DECLINE_RENEWAL, now);
    }

    void revoke(Instant now) {
        move(RecognitionAction.REVOKE, now);
    }

    void leave(Instant now) {
        move(RecognitionAction.LEAVE, now);
    }

    void expire(Instant now) {
        move(RecognitionAction.EXPIRE, now);
    }

    void upgrade(Instant now) {
        move(RecognitionAction.UPGRADE, now);
    }

    private static void refuseOwn(Hand hand, @Nullable UUID... earlier) {
        for (UUID person : earlier) {
            if (hand.gave(person, null)) {
                throw new RuleRefused(Reason.of("recognition.refused.same-person"));
            }
        }
    }

    private void move(RecognitionAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("recognition.refused.state", action, status));
        }
        status = action.to();
        since = now;
        moves++;
    }

    UUID baseId() {
        return baseId;
    }

    RecognitionLevel level() {
        return level;
    }

    RecognitionStatus status() {
        return status;
    }

    int moves() {
        return moves;
    }

    boolean isLapsed(Instant now) {
        return status == RecognitionStatus.NEEDS_SUPPLEMENT
                && supplementUntil != null
                && !now.isBefore(supplementUntil);
    }

    RecognitionView view() {
        return new RecognitionView(
                id(),
                baseId,
                level,
                status,
                since,
                statement,
                appliedBy,
                appliedAt,
                supplementUntil,
                recommendedBy,
                reviewedBy,
                experts,
                score,
                passedBy,
                noticeUntil,
                recognisedBy,
                recognisedAt,
                model,
                rectifyUntil);
    }
}
