package fledge.reminder.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.reminder.ReminderService;
import fledge.reminder.ReminderView;
import fledge.ui.DeskPart;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reminders over the worklist of those who are asked to act. */
@Component
class ReminderDesk implements DeskPart {

    private static final int MOST_SHOWN = 5;

    private final ReminderService reminders;
    private final ReminderRows rows;

    ReminderDesk(ReminderService reminders, ReminderRows rows) {
        this.reminders = reminders;
        this.rows = rows;
    }

    /** The reminders of one's units, the latest first. */
    record DeskModel(List<ReminderRows.Row> rows) {}

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "reminder/_desk";
    }

    @Override
    public @Nullable DeskModel model(Actor actor) {
        Set<UUID> units = Stream.of(Right.RETURN_FILL, Right.RETURN_CERTIFY)
                .flatMap(right -> actor.unitsWith(right).stream())
                .collect(Collectors.toSet());
        List<ReminderView> waiting = reminders.open(units).stream()
                .filter(reminder -> concerns(reminder, actor))
                .limit(MOST_SHOWN)
                .toList();
        return waiting.isEmpty() ? null : new DeskModel(rows.rows(waiting));
    }

    /** The certifier answers for the unit's filling in as well. */
    private static boolean concerns(ReminderView reminder, Actor actor) {
        UUID unit = reminder.unitId();
        return switch (reminder.turn()) {
            case FILL, CORRECT -> actor.may(Right.RETURN_FILL, unit) || actor.may(Right.RETURN_CERTIFY, unit);
            case SIGN -> actor.may(Right.RETURN_CERTIFY, unit);
            case REVIEW_1, REVIEW_2 -> false;
        };
    }
}
