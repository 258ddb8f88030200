package fledge.enterprise.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.enterprise.GrowthService;
import fledge.enterprise.Reading;
import fledge.enterprise.TagService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an enterprise was recognised as and how it grew, recorded and withdrawn. */
@Controller
class TagController {

    static final String TAG = "tag-";
    static final String GROWTH = "growth-";

    private final TagService tags;
    private final GrowthService growth;
    private final EnterpriseForms forms;

    TagController(TagService tags, GrowthService growth, EnterpriseForms forms) {
        this.tags = tags;
        this.growth = growth;
        this.forms = forms;
    }

    @GetMapping("/enterprises/{id}/tags")
    @Requires(Right.ENTERPRISE_MANAGE)
    String tags(@PathVariable UUID id, Model model) {
        model.addAttribute("page", forms.tags(id));
        return "enterprise/tag-form";
    }

    @PostMapping("/enterprises/{id}/tags")
    @Requires(Right.ENTERPRISE_MANAGE)
    String grant(@PathVariable UUID id, @ModelAttribute("form") TagForm form, RedirectAttributes next) {
        tags.grant(id, form.granted());
        Flash.success(next, "enterprise.done.tagged");
        return "redirect:/enterprises/" + id;
    }

    @GetMapping("/enterprises/{id}/growth")
    @Requires(Right.ENTERPRISE_MANAGE)
    String growth(@PathVariable UUID id, Model model) {
        model.addAttribute("page", forms.growth(id));
        return "enterprise/growth-form";
    }

    @PostMapping("/enterprises/{id}/growth")
    @Requires(Right.ENTERPRISE_MANAGE)
    String grow(@PathVariable UUID id, @ModelAttribute("form") GrowthForm form, RedirectAttributes next) {
        var reading = new Reading();
        growth.record(id, form.grown(reading), reading);
        Flash.success(next, "enterprise.done.grown");
        return "redirect:/enterprises/" + id;
    }

    @GetMapping("/enterprises/{id}/withdrawals")
    @Requires(Right.ENTERPRISE_MANAGE)
    String withdrawals(@PathVariable UUID id, Model model) {
        model.addAttribute("page", forms.withdrawals(id));
        return "enterprise/withdrawal-form";
    }

    @PostMapping("/enterprises/{id}/withdrawals")
    @Requires(Right.ENTERPRISE_MANAGE)
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        if (entry.startsWith(TAG)) {
            tags.withdraw(id, Reading.id(entry.substring(TAG.length())), reason);
        } else if (entry.startsWith(GROWTH)) {
            growth.withdraw(id, Reading.id(entry.substring(GROWTH.length())), reason);
        } else {
            throw new RuleRefused(Reason.on("entry", "enterprise.refused.choose-entry"));
        }
        Flash.success(next, "enterprise.done.withdrawn");
        return "redirect:/enterprises/" + id;
    }
}
