package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.base.BaseService;
import fledge.ui.Flash;
import fledge.ui.TypedNumber;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An entry of the register: its page, and the form to write it. */
@Controller
class BaseEntryController {

    private final BaseService bases;
    private final BasePages pages;

    BaseEntryController(BaseService bases, BasePages pages) {
        this.bases = bases;
        this.pages = pages;
    }

    @GetMapping("/bases/{id}")
    @Requires(Right.BASE_LIST)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "base/base-show";
    }

    @GetMapping("/bases/new")
    @Requires(Right.BASE_MANAGE)
    String blank(Model model) {
        model.addAttribute("page", pages.blank());
        return "base/base-form";
    }

    @PostMapping("/bases")
    @Requires(Right.BASE_MANAGE)
    String register(BaseForm form, RedirectAttributes next) {
        UUID id = bases.register(form.read());
        Flash.success(next, "base.registered");
        return "redirect:/bases/" + id;
    }

    @GetMapping("/bases/{id}/edit")
    @Requires(Right.BASE_MANAGE)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.edit(id));
        return "base/base-form";
    }

    @PostMapping("/bases/{id}")
    @Requires(Right.BASE_MANAGE)
    String revise(@PathVariable UUID id, BaseForm form, RedirectAttributes next) {
        bases.revise(id, TypedNumber.whole(form.version()).orElse(-1), form.read());
        Flash.success(next, "base.revised");
        return "redirect:/bases/" + id;
    }
}
