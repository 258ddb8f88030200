package fledge.identity.web;

import fledge.identity.SignInService;
import fledge.identity.rules.AddressPrefix;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a try to sign in leads. */
@Component
class SignInAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final int LONGEST_BROWSER = 300;
    private static final int LONGEST_LOGIN = 50;

    private final SessionService sessions;

    SignInAnswers(SessionService sessions) {
        this.sessions = sessions;
    }

    /** Why the last try of this session was refused, for the sign-in page. */
    record Refusal(String key, @Nullable Instant until, String login) implements Serializable {

        static final String KEY = "fledge.sign-in-refusal";
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        HttpSession session = request.getSession();
        String browser = request.getHeader(HttpHeaders.USER_AGENT);
        session.setAttribute(
                Entrance.KEY,
                new Entrance(
                        Instant.ofEpochMilli(session.getLastAccessedTime()),
                        AddressPrefix.of(request.getRemoteAddr()),
                        browser == null ? "" : browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER))));
        session.removeAttribute(Refusal.KEY);
        sessions.endOldestBeyondLimit(authentication.getName(), session.getId());
        response.sendRedirect(request.getContextPath() + ReturnPath.safe(request.getParameter("return")));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String typed = request.getParameter("login");
        String login = typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST_LOGIN));
        request.getSession().setAttribute(Refusal.KEY, refusal(failure, login));
        response.sendRedirect(UriComponentsBuilder.fromPath(request.getContextPath() + "/sign-in")
                .queryParam("return", "{path}")
                .build(ReturnPath.safe(request.getParameter("return")))
                .toString());
    }

    private static Refusal refusal(AuthenticationException failure, String login) {
        if (!(failure instanceof PasswordSignIn.Refused refused)) {
            return new Refusal("identity.sign-in.wrong", null, login);
        }
        return switch (refused.outcome()) {
            case SignInService.Delayed delayed -> new Refusal("identity.sign-in.delayed", delayed.until(), login);
            case SignInService.Busy busy -> new Refusal("identity.sign-in.busy", null, login);
            case SignInService.Wrong wrong ->
                new Refusal(
                        wrong.nextAt() == null ? "identity.sign-in.wrong" : "identity.sign-in.wrong-and-delayed",
                        wrong.nextAt(),
                        login);
            case SignInService.Accepted accepted -> throw new IllegalStateException("not a refusal");
        };
    }
}
