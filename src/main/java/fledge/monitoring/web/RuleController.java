package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.monitoring.ExplanationReasonService;
import fledge.monitoring.PlausibilityService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plausibility rules and what becomes of their hits, and the reasons that explanations choose from. */
@Controller
class RuleController {

    private final PlausibilityService rules;
    private final ExplanationReasonService reasons;
    private final RulePages pages;

    RuleController(PlausibilityService rules, ExplanationReasonService reasons, RulePages pages) {
        this.rules = rules;
        this.reasons = reasons;
        this.pages = pages;
    }

    @GetMapping("/rules")
    @Requires(Right.RULE_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "monitoring/rule-list";
    }

    @GetMapping("/rules/{id}")
    @Requires(Right.RULE_READ)
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "0") String page, Model model) {
        model.addAttribute("page", pages.show(id, Ids.page(page)));
        return "monitoring/rule-show";
    }

    @GetMapping("/rules/new")
    @Requires(Right.RULE_MAKE)
    String blank(Model model) {
        model.addAttribute("page", pages.blank());
        return "monitoring/rule-form";
    }

    @PostMapping("/rules")
    @Requires(Right.RULE_MAKE)
    String draft(RuleForm form, RedirectAttributes next) {
        UUID id = rules.draft(form.read(pages.running()));
        Flash.success(next, "monitoring.rule.drafted");
        return "redirect:/rules/" + id;
    }

    @GetMapping("/rules/{id}/revision")
    @Requires(Right.RULE_MAKE)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.revision(id));
        return "monitoring/rule-form";
    }

    @PostMapping("/rules/{id}/revision")
    @Requires(Right.RULE_MAKE)
    String revise(@PathVariable UUID id, RuleForm form, RedirectAttributes next) {
        UUID revised = rules.revise(id, form.read(pages.nameable(id)));
        Flash.success(next, "monitoring.rule.drafted");
        return "redirect:/rules/" + revised;
    }

    @PostMapping("/rules/{id}/trial")
    @Requires(Right.RULE_MAKE)
    String tryOut(@PathVariable UUID id, RedirectAttributes next) {
        int quarters = rules.tryOut(id).size();
        Flash.success(next, "monitoring.rule.tried", quarters);
        return "redirect:/rules/" + id;
    }

    @PostMapping("/rules/{id}/enforcement")
    @Requires(Right.RULE_ENFORCE)
    String enforce(@PathVariable UUID id, RedirectAttributes next) {
        rules.enforce(id);
        Flash.success(next, "monitoring.rule.enforced");
        return "redirect:/rules/" + id;
    }

    @PostMapping("/rules/{id}/retirement")
    @Requires(Right.RULE_MAKE)
    String retire(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        rules.retire(id, reason);
        Flash.success(next, "monitoring.rule.retired");
        return "redirect:/rules/" + id;
    }

    @PostMapping("/explanation-reasons")
    @Requires(Right.RULE_MAKE)
    String addReason(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String nameZh,
            @RequestParam(defaultValue = "") String nameEn,
            RedirectAttributes next) {
        reasons.add(code, nameZh, nameEn);
        Flash.success(next, "monitoring.reason.added");
        return "redirect:/rules";
    }

    @PostMapping("/explanation-reasons/{id}/retirement")
    @Requires(Right.RULE_MAKE)
    String retireReason(@PathVariable UUID id, RedirectAttributes next) {
        reasons.retire(id);
        Flash.success(next, "monitoring.reason.retired");
        return "redirect:/rules";
    }
}
