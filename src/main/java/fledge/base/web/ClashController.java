package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.base.ClashService;
import fledge.kernel.Reason;
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

/** Where documents contradict each other about a base, and the choice between what they print. */
@Controller
class ClashController {

    private final ClashService clashes;
    private final ClashPages pages;

    ClashController(ClashService clashes, ClashPages pages) {
        this.clashes = clashes;
        this.pages = pages;
    }

    @GetMapping("/base-clashes")
    @Requires(Right.BASE_LIST)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "base/clash-list";
    }

    @GetMapping("/base-clashes/{id}")
    @Requires(Right.BASE_LIST)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "base/clash-show";
    }

    @PostMapping("/base-clashes/{id}/settlement")
    @Requires(Right.BASE_MANAGE)
    String settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        UUID chosen = Typed.id(side);
        if (chosen == null) {
            throw new RuleRefused(Reason.on("side", "base.refused.side"));
        }
        clashes.settle(id, chosen, reason.strip());
        Flash.success(next, "base.clash-settled");
        return "redirect:/base-clashes/" + id;
    }
}
