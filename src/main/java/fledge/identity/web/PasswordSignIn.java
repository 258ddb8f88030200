package fledge.identity.web;

import fledge.identity.SignInService;
import fledge.identity.SignInService.Outcome;
import fledge.identity.rules.AddressPrefix;
import fledge.tenancy.CurrentCity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Lets the sign-in service judge what was typed on the sign-in page. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final SignInService signIns;

    PasswordSignIn(SignInService signIns) {
        this.signIns = signIns;
    }

    /** What a try brings beside name and password. */
    record Details(String network, @Nullable String code) {

        static Details of(HttpServletRequest request) {
            return new Details(AddressPrefix.of(request.getRemoteAddr()), request.getParameter("code"));
        }
    }

    /** A try that did not succeed, with what the page may say about it. */
    static final class Refused extends AuthenticationException {

        private final transient Outcome outcome;

        Refused(Outcome outcome) {
            super("sign-in refused");
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        if (!CurrentCity.isBound() || !(typed.getDetails() instanceof Details details)) {
            throw new Refused(new SignInService.Wrong(null));
        }
        String password = typed.getCredentials() instanceof String text ? text : "";
        Outcome outcome = signIns.attempt(typed.getName(), password, details.code(), details.network());
        if (outcome instanceof SignInService.Accepted accepted) {
            var signedIn = UsernamePasswordAuthenticationToken.authenticated(accepted.account(), null, List.of());
            // Left empty, it would be filled with what was typed and go into the session.
            signedIn.setDetails(details.network());
            return signedIn;
        }
        throw new Refused(outcome);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
