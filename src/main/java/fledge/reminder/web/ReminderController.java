package fledge.reminder.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.reminder.BulkReminders;
import fledge.reminder.BulkReminders.Outcome;
import fledge.ui.Flash;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds the chosen units of a round (催报), and says of each what became of it. */
@Controller
class ReminderController {

    private final BulkReminders reminders;
    private final UnitService units;
    private final Formats formats;

    ReminderController(BulkReminders reminders, UnitService units, Formats formats) {
        this.reminders = reminders;
        this.units = units;
        this.formats = formats;
    }

    @PostMapping("/rounds/{id}/reminders")
    @Requires(Right.REMIND)
    String remind(
            @PathVariable UUID id,
            @RequestParam(name = "return", defaultValue = "") List<UUID> returns,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        List<Outcome> outcomes = reminders.remind(id, returns, text);
        long sent =
                outcomes.stream().filter(outcome -> outcome.refused() == null).count();
        if (sent > 0) {
            Flash.success(next, "reminder.sent", sent);
        }
        for (Outcome outcome : outcomes) {
            if (outcome.refused() != null) {
                Flash.warning(
                        next,
                        "reminder.not-sent",
                        units.unit(outcome.unitId()).name(formats.locale()),
                        formats.text(outcome.refused()));
            }
        }
        return "redirect:/rounds/" + id;
    }
}
