package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.monitoring.ClockService;
import fledge.ui.Flash;
import fledge.ui.Formats;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stops the clock of a return, and lets it run again. */
@Controller
class ClockController {

    private final ClockService clocks;
    private final Formats formats;

    ClockController(ClockService clocks, Formats formats) {
        this.clocks = clocks;
        this.formats = formats;
    }

    @PostMapping("/returns/{id}/pause")
    @Requires(Right.CLOCK_PAUSE)
    String pause(@PathVariable UUID id, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
        clocks.pause(id, why);
        Flash.success(next, "monitoring.clock.has-paused");
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/resumption")
    @Requires(Right.CLOCK_PAUSE)
    String resume(@PathVariable UUID id, RedirectAttributes next) {
        Flash.success(next, "monitoring.clock.has-resumed", formats.deadline(clocks.resume(id)));
        return "redirect:/returns/" + id;
    }
}
