package fledge.reminder;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.ReturnView;
import fledge.monitoring.RoundService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reminds many units at once, each on its own: what is refused to one hinders no other, and is said. */
@Service
public class BulkReminders {

    private final ReminderService reminders;
    private final RoundService rounds;

    BulkReminders(ReminderService reminders, RoundService rounds) {
        this.reminders = reminders;
        this.rounds = rounds;
    }

    /** What became of the reminder of one unit; without a refusal it was sent. */
    public record Outcome(UUID unitId, @Nullable Reason refused) {}

    /** Returns that are not of the round are left out. */
    public List<Outcome> remind(UUID roundId, Collection<UUID> returnIds, String typed) {
        String text = ReminderService.text(typed);
        if (returnIds.isEmpty()) {
            throw new RuleRefused(Reason.on("return", "reminder.refused.nobody-chosen"));
        }
        Map<UUID, ReturnView> asked = rounds.returns(roundId, returnIds);
        var outcomes = new ArrayList<Outcome>();
        for (UUID returnId : returnIds) {
            ReturnView report = asked.get(returnId);
            if (report != null) {
                outcomes.add(new Outcome(report.unitId(), refusal(returnId, text)));
            }
        }
        return outcomes;
    }

    private @Nullable Reason refusal(UUID returnId, String text) {
        try {
            reminders.remind(returnId, text);
            return null;
        } catch (RuleRefused e) {
            return e.reasons().getFirst();
        }
    }
}
