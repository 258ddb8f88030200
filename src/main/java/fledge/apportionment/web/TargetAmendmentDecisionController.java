package fledge.apportionment.web;

import fledge.access.OpenToAll;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.apportionment.TargetAmendmentService;
import fledge.ui.Flash;
import fledge.ui.TypedNumber;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of a proposed amendment, and the public list of those in force. */
@Controller
class TargetAmendmentDecisionController {

    private final TargetAmendmentService amendments;
    private final TargetAmendmentPages pages;

    TargetAmendmentDecisionController(TargetAmendmentService amendments, TargetAmendmentPages pages) {
        this.amendments = amendments;
        this.pages = pages;
    }

    @PostMapping("/target-amendments/{id}/holders")
    @Requires(Right.TARGET_PLAN)
    String name(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        amendments.nameHolder(
                id,
                Typed.id(indicator).orElse(id),
                TypedNumber.whole(year).orElse(-1),
                Typed.id(unit).orElse(null),
                reason);
        Flash.success(next, "apportionment.holder.done");
        return "redirect:/target-amendments/" + id;
    }

    @PostMapping("/target-amendments/{id}/endorsement")
    @Requires(Right.TARGET_PLAN)
    String endorse(@PathVariable UUID id, RedirectAttributes next) {
        amendments.endorse(id);
        return TargetAmendmentController.done(id, next, "ENDORSE");
    }

    @PostMapping("/target-amendments/{id}/refusal-on-review")
    @Requires(Right.TARGET_PLAN)
    String decline(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        amendments.decline(id, reason);
        return TargetAmendmentController.done(id, next, "DECLINE");
    }

    @PostMapping("/target-amendments/{id}/approval")
    @Requires(Right.TARGET_DECIDE)
    String approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String documentNo, RedirectAttributes next) {
        amendments.approve(id, documentNo);
        return TargetAmendmentController.done(id, next, "APPROVE");
    }

    @PostMapping("/target-amendments/{id}/refusal")
    @Requires(Right.TARGET_DECIDE)
    String refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        amendments.refuse(id, reason);
        return TargetAmendmentController.done(id, next, "REFUSE");
    }

    /** Every change of issued targets, for everybody to read. */
    @GetMapping("/target-changes")
    @OpenToAll
    String changes(Model model) {
        model.addAttribute("page", pages.changes());
        return "apportionment/change-list";
    }
}
