package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Hand;
import fledge.access.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something this person could do to a return now, or why not; pages show both. */
public record ReturnChoice(ReturnAction action, @Nullable String whyNotKey) {

    public boolean isOpen() {
        return whyNotKey == null;
    }

    static List<ReturnChoice> of(ReturnWithRound of, int levels, ReviewChain chain, Actor actor, Instant now) {
        var choices = new ArrayList<ReturnChoice>();
        for (ReturnAction action : of.report().status().actions()) {
            Right right = action.right();
            if (right != null && actor.may(right, of.report().unitId()) && fitsLevel(action, of.report(), levels)) {
                choices.add(new ReturnChoice(action, whyNot(action, of, chain, actor, now)));
            }
        }
        return choices;
    }

    /** Before the last level a return is passed on, at the last one accepted. */
    private static boolean fitsLevel(ReturnAction action, Return report, int levels) {
        return switch (action) {
            case PASS_LEVEL -> report.reviewLevel() < levels;
            case ACCEPT -> report.reviewLevel() >= levels;
            default -> true;
        };
    }

    private static @Nullable String whyNot(
            ReturnAction action, ReturnWithRound of, ReviewChain chain, Actor actor, Instant now) {
        Return report = of.report();
        Right right = Objects.requireNonNull(action.right(), "only what people do is offered");
        Hand hand = actor.hand(right, report.unitId());
        boolean reported = report.isReportedBy(hand);
        return switch (action) {
            case SAVE, REQUEST_SIGN_OFF -> of.acceptsEntry(now) ? null : "monitoring.refused.entry-closed";
            case CERTIFY ->
                report.isPreparedBy(hand)
                        ? "monitoring.refused.same-person.certify"
                        : of.acceptsEntry(now) ? null : "monitoring.refused.entry-closed";
            case RECALL -> now.isBefore(of.recallUntil()) ? null : "monitoring.refused.recall-after-due";
            case START_REVIEW, PASS_LEVEL -> reported ? "monitoring.refused.same-person.review" : null;
            case RETURN ->
                !chain.mayReview(actor, report)
                        ? "monitoring.refused.level-above"
                        : reported ? "monitoring.refused.same-person.review" : null;
            case ACCEPT ->
                !chain.mayReview(actor, report)
                        ? "monitoring.refused.level-above"
                        : reported
                                ? "monitoring.refused.same-person.review"
                                : report.isFirstReviewedBy(hand) ? "monitoring.refused.same-person.levels" : null;
            case UNACCEPT -> report.isAcceptedBy(hand) ? "monitoring.refused.same-person.unaccept" : null;
            case WAIVE ->
                report.waiverProposedBy() == null
                        ? "monitoring.refused.no-waiver-proposed"
                        : report.isWaiverProposedBy(hand) ? "monitoring.refused.same-person.waive" : null;
            default -> null;
        };
    }
}
