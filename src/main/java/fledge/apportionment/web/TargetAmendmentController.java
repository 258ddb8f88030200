package fledge.apportionment.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.apportionment.TargetAmendmentCause;
import fledge.apportionment.TargetAmendmentService;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.Flash;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Amendments as their authors write them: begun, filled with changes, proposed, taken back. */
@Controller
class TargetAmendmentController {

    private static final Pattern QUARTER = Pattern.compile("[1-9]\\d{3}Q[1-4]");

    private final TargetAmendmentService amendments;
    private final TargetAmendmentPages pages;

    TargetAmendmentController(TargetAmendmentService amendments, TargetAmendmentPages pages) {
        this.amendments = amendments;
        this.pages = pages;
    }

    /** What an amendment says before its numbers. */
    record AmendmentForm(
            @Nullable String cause,
            @Nullable String reason,
            @Nullable String evidence,
            @Nullable String effectiveFrom,
            @Nullable String unit) {}

    @GetMapping("/target-sets/{id}/amendments/new")
    @Requires(Right.TARGET_AMEND)
    String blank(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.blank(id));
        return "apportionment/amendment-form";
    }

    @PostMapping("/target-sets/{id}/amendments")
    @Requires(Right.TARGET_AMEND)
    String draft(@PathVariable UUID id, AmendmentForm form, RedirectAttributes next) {
        TargetAmendmentCause cause = Typed.choice(form.cause(), TargetAmendmentCause.class)
                .orElseThrow(() -> new RuleRefused(Reason.on("cause", "apportionment.refused.chooseCause")));
        String from = form.effectiveFrom();
        if (from == null || !QUARTER.matcher(from).matches()) {
            throw new RuleRefused(Reason.on("effectiveFrom", "apportionment.refused.chooseQuarter"));
        }
        UUID amendment = amendments.draft(
                id,
                cause,
                text(form.reason()),
                text(form.evidence()),
                Quarter.parse(from),
                Typed.id(form.unit()).orElse(null));
        Flash.success(next, "apportionment.amendment.drafted");
        return "redirect:/target-amendments/" + amendment;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    @GetMapping("/target-amendments/{id}")
    @Requires({Right.TARGET_READ, Right.TARGET_OWN})
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "apportionment/amendment-show";
    }

    /** The changes of a draft; a line left empty keeps its number. */
    @PostMapping("/target-amendments/{id}/changes")
    @Requires(Right.TARGET_AMEND)
    String write(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        amendments.write(id, pages.changes(id, typed));
        Flash.success(next, "apportionment.amendment.written");
        return "redirect:/target-amendments/" + id;
    }

    @PostMapping("/target-amendments/{id}/proposal")
    @Requires(Right.TARGET_AMEND)
    String propose(@PathVariable UUID id, RedirectAttributes next) {
        amendments.propose(id);
        return done(id, next, "PROPOSE");
    }

    @PostMapping("/target-amendments/{id}/withdrawal")
    @Requires(Right.TARGET_AMEND)
    String withdraw(@PathVariable UUID id, RedirectAttributes next) {
        amendments.withdraw(id);
        return done(id, next, "WITHDRAW");
    }

    static String done(UUID id, RedirectAttributes next, String act) {
        Flash.success(next, "apportionment.amendment.done." + act);
        return "redirect:/target-amendments/" + id;
    }
}
