package fledge.exchange.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.exchange.ApiTokenService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens of a unit: listed, issued, taken back. */
@Controller
class ApiTokenController {

    private final ApiTokenService tokens;
    private final ApiTokenPages pages;

    ApiTokenController(ApiTokenService tokens, ApiTokenPages pages) {
        this.tokens = tokens;
        this.pages = pages;
    }

    @GetMapping("/api-tokens")
    @Requires(Right.API_TOKEN_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list(null));
        return "exchange/api-token-list";
    }

    /** Answered with the page itself: the secret is shown here and kept nowhere, not even until a next request. */
    @PostMapping("/api-tokens")
    @Requires(Right.API_TOKEN_ISSUE)
    String issue(
            @RequestParam(defaultValue = "") String preparer,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String days,
            Model model) {
        ApiTokenPages.Post post = ApiTokenPages.Post.parse(preparer);
        String secret = tokens.issue(
                post.unit(), post.account(), ApiTokenPages.id(programme), label, ApiTokenPages.number(days));
        model.addAttribute("page", pages.list(secret));
        return "exchange/api-token-list";
    }

    @PostMapping("/api-tokens/{id}/revocation")
    @Requires(Right.API_TOKEN_ISSUE)
    String revoke(@PathVariable UUID id, RedirectAttributes next) {
        tokens.revoke(id);
        Flash.success(next, "exchange.token.revoked");
        return "redirect:/api-tokens";
    }
}
