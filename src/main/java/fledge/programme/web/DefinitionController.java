package fledge.programme.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.programme.DefinitionService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of an indicator's definition, and a new one on its way into force. */
@Controller
class DefinitionController {

    private final DefinitionService definitions;
    private final DefinitionPages pages;

    DefinitionController(DefinitionService definitions, DefinitionPages pages) {
        this.definitions = definitions;
        this.pages = pages;
    }

    @GetMapping("/indicators/{id}/definitions")
    @Requires(Right.PROGRAMME_READ)
    String list(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.list(id));
        return "programme/definition-list";
    }

    @GetMapping("/indicators/{id}/definitions/new")
    @Requires(Right.PROGRAMME_EDIT)
    String blank(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.blank(id));
        return "programme/definition-form";
    }

    @PostMapping("/indicators/{id}/definitions")
    @Requires(Right.PROGRAMME_EDIT)
    String propose(@PathVariable UUID id, DefinitionForm form, RedirectAttributes next) {
        UUID definition = definitions.propose(id, form.read());
        Flash.success(next, "programme.definition.proposed");
        return "redirect:/definitions/" + definition;
    }

    @GetMapping("/definitions/{id}")
    @Requires(Right.PROGRAMME_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "programme/definition-show";
    }

    @GetMapping("/definitions/{id}/edit")
    @Requires(Right.PROGRAMME_EDIT)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.edit(id));
        return "programme/definition-form";
    }

    @PostMapping("/definitions/{id}")
    @Requires(Right.PROGRAMME_EDIT)
    String revise(@PathVariable UUID id, DefinitionForm form, RedirectAttributes next) {
        definitions.revise(id, form.shownVersion(), form.read());
        return to(id, next, "programme.definition.revised");
    }

    @PostMapping("/definitions/{id}/test")
    @Requires(Right.PROGRAMME_EDIT)
    String test(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, RedirectAttributes next) {
        definitions.test(id, DefinitionForm.shownVersion(version));
        return to(id, next, "programme.definition.tested");
    }

    @PostMapping("/definitions/{id}/withdrawal")
    @Requires(Right.PROGRAMME_EDIT)
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        definitions.withdraw(id, DefinitionForm.shownVersion(version), reason);
        return to(id, next, "programme.definition.withdrawn");
    }

    @PostMapping("/definitions/{id}/send-back")
    @Requires(Right.DEFINITION_APPROVE)
    String sendBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        definitions.sendBack(id, DefinitionForm.shownVersion(version), reason);
        return to(id, next, "programme.definition.sentBack");
    }

    @PostMapping("/definitions/{id}/approval")
    @Requires(Right.DEFINITION_APPROVE)
    String approve(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String documentNo,
            RedirectAttributes next) {
        definitions.approve(id, DefinitionForm.shownVersion(version), FormInput.text(documentNo));
        return to(id, next, "programme.definition.approved");
    }

    private static String to(UUID id, RedirectAttributes next, String said) {
        Flash.success(next, said);
        return "redirect:/definitions/" + id;
    }
}
