package fledge.enterprise.web;

import fledge.enterprise.EnterpriseAction;
import fledge.enterprise.Reading;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A change of registration as it is typed. */
record MoveForm(
        @Nullable String action,
        @Nullable String since,
        @Nullable String reason) {

    /** What was read. */
    record Move(EnterpriseAction action, LocalDate since) {}

    Move move() {
        var reading = new Reading();
        var move = new Move(reading.choice("action", action, EnterpriseAction.class), reading.day("since", since));
        reading.refuse();
        return move;
    }
}
