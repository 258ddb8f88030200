package fledge.amendment.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentService;
import fledge.amendment.AmendmentService.Approval;
import fledge.amendment.AmendmentStatus;
import fledge.ui.Flash;
import fledge.ui.Formats;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Amendments: asked for on a closed return, decided on, followed to their end. */
@Controller
class AmendmentController {

    private final AmendmentService amendments;
    private final AmendmentPages pages;
    private final Formats formats;

    AmendmentController(AmendmentService amendments, AmendmentPages pages, Formats formats) {
        this.amendments = amendments;
        this.pages = pages;
        this.formats = formats;
    }

    @GetMapping("/amendments")
    @Requires(Right.AMENDMENT_READ)
    String list(@RequestParam(defaultValue = "") String state, Model model) {
        model.addAttribute("page", pages.list(state));
        return "amendment/amendment-list";
    }

    @GetMapping("/amendments/{id}")
    @Requires(Right.AMENDMENT_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "amendment/amendment-show";
    }

    @GetMapping("/returns/{id}/amendments/new")
    @Requires(Right.AMENDMENT_REQUEST)
    String begin(@PathVariable UUID id, @RequestParam(defaultValue = "") String kind, Model model) {
        model.addAttribute(
                "page", pages.begin(id, AmendmentKind.LATE_DATA.name().equals(kind)));
        return "amendment/amendment-form";
    }

    @PostMapping("/returns/{id}/amendments")
    @Requires(Right.AMENDMENT_REQUEST)
    String draft(@PathVariable UUID id, @ModelAttribute AmendmentForm form, RedirectAttributes next) {
        amendments.refuseStrangers(id);
        UUID made = amendments.draft(id, form.read(), form.handsIn());
        Flash.success(next, form.handsIn() ? "amendment.requested" : "amendment.drafted");
        return "redirect:/amendments/" + made;
    }

    /** A draft to go on with; what was handed in is read on its own page. */
    @GetMapping("/amendments/{id}/form")
    @Requires(Right.AMENDMENT_REQUEST)
    String edit(@PathVariable UUID id, Model model) {
        AmendmentPages.FormPage page = pages.edit(id);
        if (page.status() != AmendmentStatus.DRAFT) {
            return "redirect:/amendments/" + id;
        }
        model.addAttribute("page", page);
        return "amendment/amendment-form";
    }

    @PostMapping("/amendments/{id}")
    @Requires(Right.AMENDMENT_REQUEST)
    String redraft(@PathVariable UUID id, @ModelAttribute AmendmentForm form, RedirectAttributes next) {
        amendments.redraft(id, form.read(), form.handsIn());
        Flash.success(next, form.handsIn() ? "amendment.requested" : "amendment.drafted");
        return "redirect:/amendments/" + id;
    }

    @PostMapping("/amendments/{id}/discarding")
    @Requires(Right.AMENDMENT_REQUEST)
    String discard(@PathVariable UUID id, RedirectAttributes next) {
        amendments.discard(id);
        Flash.success(next, "amendment.discarded");
        return "redirect:/amendments/" + id;
    }

    @PostMapping("/amendments/{id}/withdrawal")
    @Requires(Right.AMENDMENT_REQUEST)
    String withdraw(@PathVariable UUID id, RedirectAttributes next) {
        amendments.withdraw(id);
        Flash.success(next, "amendment.withdrawn");
        return "redirect:/amendments/" + id;
    }

    @PostMapping("/amendments/{id}/giving-up")
    @Requires(Right.AMENDMENT_REQUEST)
    String giveUp(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        amendments.giveUp(id, reason);
        Flash.success(next, "amendment.given-up");
        return "redirect:/amendments/" + id;
    }

    @PostMapping("/amendments/{id}/approval")
    @Requires(Right.AMENDMENT_DECIDE)
    String approve(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String acknowledged, RedirectAttributes next) {
        if (amendments.approve(id, edition(acknowledged)) == Approval.OPENED) {
            Flash.success(next, "amendment.approved");
        } else {
            Flash.warning(next, "amendment.impact.changed");
        }
        return "redirect:/amendments/" + id;
    }

    /** The edition of the list that was ticked as read; nothing sensible is none. */
    private static int edition(String typed) {
        return typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 0;
    }

    @PostMapping("/amendments/{id}/refusal")
    @Requires(Right.AMENDMENT_DECIDE)
    String refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        amendments.refuse(id, reason);
        Flash.success(next, "amendment.refused-now");
        return "redirect:/amendments/" + id;
    }

    @PostMapping("/amendments/{id}/extension")
    @Requires(Right.AMENDMENT_DECIDE)
    String extend(@PathVariable UUID id, RedirectAttributes next) {
        Flash.success(next, "amendment.extended", formats.deadline(amendments.extend(id)));
        return "redirect:/amendments/" + id;
    }
}
