package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Period;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.RoundService;
import fledge.ui.Flash;
import fledge.ui.Slice;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Collection rounds, and the matrix of units and states. */
@Controller
class RoundController {

    private final RoundService rounds;
    private final RoundPages pages;

    RoundController(RoundService rounds, RoundPages pages) {
        this.rounds = rounds;
        this.pages = pages;
    }

    @GetMapping("/rounds")
    @Requires(Right.ROUND_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "monitoring/round-list";
    }

    @GetMapping("/rounds/{id}")
    @Requires(Right.ROUND_READ)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String status,
            @ModelAttribute Slice.Request asked,
            Model model) {
        model.addAttribute("page", pages.show(id, new RoundPages.RoundFilter(words, status), asked));
        return "monitoring/round-show";
    }

    @PostMapping("/rounds")
    @Requires(Right.ROUND_MANAGE)
    String schedule(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String quarter,
            RedirectAttributes next) {
        UUID programmeId = Ids.parse(programme)
                .orElseThrow(() -> new RuleRefused(Reason.on("programme", "monitoring.refused.choose-programme")));
        UUID round = rounds.schedule(programmeId, period(quarter));
        Flash.success(next, "monitoring.round.scheduled");
        return "redirect:/rounds/" + round;
    }

    private static Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException e) {
            throw new RuleRefused(Reason.on("quarter", "monitoring.refused.choose-quarter"));
        }
    }
}
