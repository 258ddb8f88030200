package fledge.reminder.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.monitoring.MonitoringPart;
import fledge.monitoring.ReturnView;
import fledge.reminder.ReminderService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reminders on the page of a round, where they are sent, and of a return, where they are history. */
@Component
class ReminderParts implements MonitoringPart {

    private final ReminderService reminders;
    private final ReminderRows rows;

    ReminderParts(ReminderService reminders, ReminderRows rows) {
        this.reminders = reminders;
        this.rows = rows;
    }

    /** What the fragments read. */
    record PartModel(UUID id, boolean maySend, List<ReminderRows.Row> rows) {}

    @Override
    public String template() {
        return "reminder/_parts";
    }

    @Override
    public PartModel ofRound(UUID roundId) {
        return new PartModel(roundId, Actor.current().may(Right.REMIND), rows.rows(reminders.ofRound(roundId)));
    }

    @Override
    public PartModel ofReturn(ReturnView report) {
        return new PartModel(report.id(), false, rows.rows(reminders.ofReturn(report.id())));
    }
}
