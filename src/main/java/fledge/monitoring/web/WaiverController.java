package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.monitoring.WaiverService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Waivers of returns: proposed by one person, decided by another. */
@Controller
class WaiverController {

    private final WaiverService waivers;

    WaiverController(WaiverService waivers) {
        this.waivers = waivers;
    }

    @PostMapping("/returns/{id}/waiver")
    @Requires(Right.WAIVER_PROPOSE)
    String propose(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        waivers.propose(id, reason);
        Flash.success(next, "monitoring.waiver.proposed");
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/waiver/approval")
    @Requires(Right.WAIVER_DECIDE)
    String approve(@PathVariable UUID id, RedirectAttributes next) {
        waivers.decide(id, true);
        Flash.success(next, "monitoring.waiver.approved");
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/waiver/refusal")
    @Requires(Right.WAIVER_DECIDE)
    String refuse(@PathVariable UUID id, RedirectAttributes next) {
        waivers.decide(id, false);
        Flash.success(next, "monitoring.waiver.refused");
        return "redirect:/returns/" + id;
    }
}
