package fledge.reminder;

import fledge.monitoring.ClockService;
import fledge.monitoring.ClockView;
import fledge.monitoring.ReturnMoved;
import fledge.tenancy.PortalClock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A reminder has done its work as soon as the turn goes to somebody else; in the transaction that moves the return. */
@Component
class ReminderSettling {

    private final ReminderRepository reminders;
    private final ClockService clocks;
    private final PortalClock clock;

    ReminderSettling(ReminderRepository reminders, ClockService clocks, PortalClock clock) {
        this.reminders = reminders;
        this.clocks = clocks;
        this.clock = clock;
    }

    @EventListener
    void settle(ReturnMoved moved) {
        UUID returnId = moved.subject().id();
        List<Reminder> open = reminders.findByReturnIdAndSettledAtIsNull(returnId);
        if (open.isEmpty()) {
            return;
        }
        ClockView running = clocks.running(List.of(returnId)).get(returnId);
        open.stream()
                .filter(reminder -> running == null || reminder.turn() != running.turn())
                .forEach(reminder -> reminder.settle(clock.now()));
    }
}
