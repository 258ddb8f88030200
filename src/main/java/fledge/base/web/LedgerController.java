package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.base.InputReason;
import fledge.base.LedgerFigure;
import fledge.base.LedgerStatistics;
import fledge.kernel.RuleRefused;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reported figures beside the ledger: which are compared, how they differ, and the ledger's numbers into a return's empty cells. */
@Controller
class LedgerController {

    private final LedgerStatistics statistics;
    private final LedgerPages pages;

    LedgerController(LedgerStatistics statistics, LedgerPages pages) {
        this.statistics = statistics;
        this.pages = pages;
    }

    @GetMapping("/ledger-comparisons")
    @Requires(Right.BASE_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "base/ledger-list";
    }

    @PostMapping("/ledger-comparisons")
    @Requires(Right.BASE_MANAGE)
    String compare(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String figure,
            RedirectAttributes next) {
        var typed = new Typed();
        LedgerFigure of = typed.refuse(typed.choice("figure", figure, LedgerFigure.class));
        UUID chosen = Typed.id(indicator);
        if (chosen == null) {
            throw new RuleRefused(InputReason.on("indicator", "base.refused.choose"));
        }
        statistics.compare(chosen, of);
        Flash.success(next, "residency.compared");
        return "redirect:/ledger-comparisons";
    }

    @GetMapping("/ledger-comparisons/{id}")
    @Requires(Right.PROGRESS_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "base/ledger-show";
    }

    @PostMapping("/returns/{id}/ledger-figures")
    @Requires(Right.RETURN_FILL)
    String fill(@PathVariable UUID id, RedirectAttributes next) {
        Flash.success(next, "residency.filled", statistics.fill(id));
        return "redirect:/returns/" + id + "/form";
    }
}
