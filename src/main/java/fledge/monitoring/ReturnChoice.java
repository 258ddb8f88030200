package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something this person could do to a return now, or why not; pages show both. */
public record ReturnChoice(ReturnAction action, @Nullable String whyNotKey) {

    public boolean isOpen() {
        return whyNotKey == null;
    }

    static List<ReturnChoice> of(ReturnWithRound of, int levels, Actor actor, Instant now) {
        var choices = new ArrayList<ReturnChoice>();
        for (ReturnAction action : of.report().status().actions()) {
            Right right = action.right();
            if (right != null && actor.may(right, of.report().unitId()) && fitsLevel(action, of.report(), levels)) {
                choices.add(new ReturnChoice(action, whyNot(action, of, actor, now)));
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

    private static @Nullable String whyNot(ReturnAction action, ReturnWithRound of, Actor actor, Instant now) {
        Return report = of.report();
        UUID person = actor.personId();
        boolean reported =
                person != null && (person.equals(report.preparedBy()) || person.equals(report.certifiedBy()));
        return switch (action) {
            case SAVE, REQUEST_SIGN_OFF -> now.isBefore(of.writableUntil()) ? null : "monitoring.refused.entry-closed";
            case CERTIFY ->
                person != null && person.equals(report.preparedBy())
                        ? "monitoring.refused.same-person.certify"
                        : now.isBefore(of.writableUntil()) ? null : "monitoring.refused.entry-closed";
            case RECALL -> now.isBefore(of.round().dueAt()) ? null : "monitoring.refused.recall-after-due";
            case START_REVIEW, PASS_LEVEL, RETURN -> reported ? "monitoring.refused.same-person.review" : null;
            case ACCEPT ->
                reported
                        ? "monitoring.refused.same-person.review"
                        : person != null && person.equals(report.firstReviewedBy())
                                ? "monitoring.refused.same-person.levels"
                                : null;
            case UNACCEPT ->
                person != null && person.equals(report.acceptedBy()) ? "monitoring.refused.same-person.unaccept" : null;
            case WAIVE ->
                report.waiverProposedBy() == null
                        ? "monitoring.refused.no-waiver-proposed"
                        : report.waiverProposedBy().equals(person) ? "monitoring.refused.same-person.waive" : null;
            default -> null;
        };
    }
}
