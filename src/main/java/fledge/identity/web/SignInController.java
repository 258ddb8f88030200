package fledge.identity.web;

import fledge.access.OpenToAll;
import fledge.access.Role;
import fledge.identity.ListedAccount;
import fledge.identity.PeopleService;
import fledge.identity.SignInService;
import fledge.identity.rules.PasswordRule;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page one signs in on; what is typed there goes to the security chain and comes back here when it was wrong. */
@Controller
class SignInController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PeopleService people;
    private final SignInService signIns;
    private final boolean demonstration;

    SignInController(
            PeopleService people, SignInService signIns, @Value("${fledge.demo:false}") boolean demonstration) {
        this.people = people;
        this.signIns = signIns;
        this.demonstration = demonstration;
    }

    @GetMapping("/sign-in")
    @OpenToAll
    String show(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(name = "return", defaultValue = ReturnPath.DESK) String wanted,
            @RequestParam(required = false) @Nullable String expired,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        SignInAnswers.Refusal refusal = takeRefusal(request);
        boolean kept = wanted.equals(ResumeController.PATH);
        model.addAttribute(
                "page",
                new SignInPage(
                        refusal == null || !account.isEmpty() ? account : refusal.login(),
                        ReturnPath.safe(wanted),
                        refusal == null ? null : refusal.key(),
                        refusal == null || refusal.until() == null
                                ? ""
                                : TIME.format(refusal.until().atZone(PortalClock.ZONE)),
                        expired != null,
                        kept,
                        signIns.asksForCode(),
                        demonstration ? PasswordRule.DEMONSTRATION : null,
                        demonstration ? listed(locale) : List.of(),
                        !CurrentCity.get().isPlatform()));
        return "identity/sign-in";
    }

    private List<Listed> listed(Locale locale) {
        return people.listed().stream()
                .map(account -> Listed.of(account, locale))
                .toList();
    }

    private static SignInAnswers.@Nullable Refusal takeRefusal(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(SignInAnswers.Refusal.KEY) instanceof SignInAnswers.Refusal refusal)) {
            return null;
        }
        session.removeAttribute(SignInAnswers.Refusal.KEY);
        return refusal;
    }

    /** {@code account} fills the field; {@code kept} says that a form waits to be sent again; in a city one may sign up. */
    record SignInPage(
            String account,
            String returnPath,
            @Nullable String refusalKey,
            String until,
            boolean expired,
            boolean kept,
            boolean asksForCode,
            @Nullable String sharedPassword,
            List<Listed> listed,
            boolean inCity) {}

    record Listed(String login, String personName, String what, List<String> units, List<Role> roles) {

        static Listed of(ListedAccount account, Locale locale) {
            return new Listed(
                    account.login(),
                    account.personName(),
                    account.what(locale),
                    account.posts().stream()
                            .map(ListedAccount.Post::unitName)
                            .distinct()
                            .toList(),
                    account.posts().stream()
                            .map(ListedAccount.Post::role)
                            .distinct()
                            .toList());
        }
    }
}
