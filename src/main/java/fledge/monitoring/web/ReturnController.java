package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.monitoring.ReturnService;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Returns: one's list, the entry grid, what the checks found, the page to read and decide on, a signed version. */
@Controller
class ReturnController {

    private final ReturnService returns;
    private final ReturnPages pages;
    private final ReturnListPages lists;

    ReturnController(ReturnService returns, ReturnPages pages, ReturnListPages lists) {
        this.returns = returns;
        this.pages = pages;
        this.lists = lists;
    }

    @GetMapping("/returns")
    @Requires(Right.RETURN_LIST)
    String list(Model model) {
        model.addAttribute("page", lists.own(returns.own()));
        return "monitoring/return-list";
    }

    @GetMapping("/returns/{id}")
    @Requires(Right.RETURN_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "monitoring/return-show";
    }

    @GetMapping("/returns/{id}/form")
    @Requires(Right.RETURN_FILL)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.form(id));
        return "monitoring/return-form";
    }

    @GetMapping("/returns/{id}/findings")
    @Requires(Right.RETURN_FILL)
    String findings(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.findings(id));
        return "monitoring/return-findings";
    }

    @GetMapping("/returns/{id}/versions/{number}")
    @Requires(Right.RETURN_READ)
    String version(@PathVariable UUID id, @PathVariable int number, Model model) {
        model.addAttribute("page", new VersionPage(id, returns.version(id, number)));
        return "monitoring/return-version";
    }

    record VersionPage(UUID returnId, ReturnService.SignedVersion signed) {}
}
