package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.base.IntentionService;
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

/** What documents want of bases: the list, and the forms by which officers write it down, put it right and withdraw it. */
@Controller
class IntentionController {

    private final IntentionService intentions;
    private final IntentionPages pages;

    IntentionController(IntentionService intentions, IntentionPages pages) {
        this.intentions = intentions;
        this.pages = pages;
    }

    @GetMapping("/base-intentions")
    @Requires(Right.BASE_LIST)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "base/intention-list";
    }

    @GetMapping("/base-intentions/new")
    @Requires(Right.BASE_MANAGE)
    String blank(Model model) {
        model.addAttribute("page", pages.blank());
        return "base/intention-form";
    }

    @PostMapping("/base-intentions")
    @Requires(Right.BASE_MANAGE)
    String record(IntentionForm form, RedirectAttributes next) {
        intentions.record(form.read());
        Flash.success(next, "base.wish.recorded");
        return "redirect:/base-intentions";
    }

    @GetMapping("/base-intentions/{id}")
    @Requires(Right.BASE_MANAGE)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.edit(id));
        return "base/intention-form";
    }

    @PostMapping("/base-intentions/{id}")
    @Requires(Right.BASE_MANAGE)
    String correct(@PathVariable UUID id, IntentionForm form, RedirectAttributes next) {
        intentions.correct(id, TypedNumber.whole(form.version()).orElse(-1), form.read(), Typed.text(form.why()));
        Flash.success(next, "base.wish.corrected");
        return "redirect:/base-intentions";
    }

    @PostMapping("/base-intentions/{id}/withdrawal")
    @Requires(Right.BASE_MANAGE)
    String withdraw(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String withdrawal, RedirectAttributes next) {
        intentions.withdraw(id, withdrawal.strip());
        Flash.success(next, "base.wish.withdrawn");
        return "redirect:/base-intentions";
    }
}
