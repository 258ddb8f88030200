package fledge.identity.web;

import fledge.access.NotFound;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.identity.SignedInAccount;
import fledge.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one's own account is signed in, and how to end that. */
@Controller
class OwnSessionController {

    static final String PATH = "/me/sessions";

    private final SessionService sessions;

    OwnSessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    @Requires(Right.OWN_DESK)
    String list(HttpServletRequest request, Model model) {
        model.addAttribute(
                "page",
                new SessionListPage(sessions.of(account(), presentId(request)).stream()
                        .map(line -> new Row(
                                line.handle(),
                                Days.minute(line.signedInAt()),
                                Days.minute(line.lastUsedAt()),
                                line.network(),
                                line.browser(),
                                line.present()))
                        .toList()));
        return "identity/session-list";
    }

    @PostMapping(PATH + "/{handle}/ending")
    @Requires(Right.OWN_DESK)
    String end(@PathVariable String handle, HttpServletRequest request, RedirectAttributes next) {
        sessions.end(account(), handle, presentId(request));
        Flash.success(next, "identity.sessions.ended");
        return "redirect:" + PATH;
    }

    @PostMapping("/me/other-sessions/ending")
    @Requires(Right.OWN_DESK)
    String endOthers(HttpServletRequest request, RedirectAttributes next) {
        sessions.endOthers(account(), presentId(request));
        Flash.success(next, "identity.sessions.ended-others");
        return "redirect:" + PATH;
    }

    private static SignedInAccount account() {
        SignedInAccount account = SignedIn.here();
        if (account == null) {
            throw new NotFound("account");
        }
        return account;
    }

    private static String presentId(HttpServletRequest request) {
        return request.getSession().getId();
    }

    record SessionListPage(List<Row> sessions) {}

    record Row(String handle, String since, String used, String network, String browser, boolean present) {}
}
