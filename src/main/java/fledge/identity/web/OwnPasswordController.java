package fledge.identity.web;

import fledge.access.Actor;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.identity.SignedInAccount;
import fledge.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes one's own password. */
@Controller
class OwnPasswordController {

    private final AccountService accounts;
    private final SessionService sessions;

    OwnPasswordController(AccountService accounts, SessionService sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/me/password")
    @Requires(Right.OWN_DESK)
    String edit(Model model) {
        Actor actor = Actor.current();
        model.addAttribute(
                "page",
                new PasswordPage(
                        actor.login(), actor.accountId() != null && accounts.mustChangePassword(actor.accountId())));
        return "identity/password-form";
    }

    @PostMapping("/me/password")
    @Requires(Right.OWN_DESK)
    String revise(@ModelAttribute("form") PasswordForm form, HttpServletRequest request, RedirectAttributes next) {
        accounts.changePassword(form.presentPassword(), form.password(), form.passwordAgain());
        SignedInAccount account = SignedIn.here();
        if (account != null) {
            sessions.endOthers(account, request.getSession().getId());
        }
        Flash.success(next, "identity.password.changed");
        return "redirect:/me/sessions";
    }

    record PasswordPage(String login, boolean must) {}
}
