package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.base.ClashService;
import fledge.base.InputReason;
import fledge.base.ResultService;
import fledge.kernel.Month;
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

/** What comes to be known of a base: results, milestones, and a second printed value of a number. */
@Controller
class BaseRecordController {

    private final ResultService results;
    private final ClashService clashes;
    private final BasePages pages;

    BaseRecordController(ResultService results, ClashService clashes, BasePages pages) {
        this.results = results;
        this.clashes = clashes;
        this.pages = pages;
    }

    @GetMapping("/bases/{id}/record")
    @Requires(Right.BASE_MANAGE)
    String form(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.record(id));
        return "base/base-record";
    }

    @PostMapping("/bases/{id}/results")
    @Requires(Right.BASE_MANAGE)
    String result(@PathVariable UUID id, ResultForm form, RedirectAttributes next) {
        results.record(id, form.read());
        Flash.success(next, "base.result-recorded");
        return "redirect:/bases/" + id;
    }

    @PostMapping("/bases/{id}/milestones")
    @Requires(Right.BASE_MANAGE)
    String milestone(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String due,
            RedirectAttributes next) {
        var typed = new Typed();
        Month month = typed.refuse(typed.month("due", due));
        results.plan(id, what.strip(), month);
        Flash.success(next, "base.milestone-recorded");
        return "redirect:/bases/" + id;
    }

    @PostMapping("/bases/{id}/milestones/reached")
    @Requires(Right.BASE_MANAGE)
    String reached(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String milestone,
            @RequestParam(defaultValue = "") String month,
            RedirectAttributes next) {
        var typed = new Typed();
        Month in = typed.refuse(typed.month("month", month));
        UUID of = Typed.id(milestone);
        if (of == null) {
            throw new RuleRefused(InputReason.on("milestone", "base.refused.choose"));
        }
        results.reach(id, of, in);
        Flash.success(next, "base.milestone-recorded");
        return "redirect:/bases/" + id;
    }

    @PostMapping("/bases/{id}/clashes")
    @Requires(Right.BASE_MANAGE)
    String clash(@PathVariable UUID id, ClashForm form, RedirectAttributes next) {
        ClashForm.Read read = form.read();
        UUID clash = clashes.contradict(id, read.field(), read.side());
        Flash.success(next, "base.clash-recorded");
        return "redirect:/base-clashes/" + clash;
    }
}
