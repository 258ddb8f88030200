package fledge.identity.web;

import fledge.identity.AccessDenied;
import fledge.identity.SignedInAccount;
import fledge.tenancy.CurrentCity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What becomes of a refused request. Nobody signed in: sign in first, and what was typed is kept. Signed in to another city:
 * the page is not there. Signed in here without the right: refused, and the audit trail knows.
 */
@Component
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** In the answer to a script whose page has an old token: the new one, which only the portal's own pages can read. */
    static final String FRESH_TOKEN = "X-CSRF-TOKEN";

    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    RefusedRequests(TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.events = events;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (!CurrentCity.isBound()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (SignedIn.byScript(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (SignedIn.isRead(request)) {
            toSignIn(request, response, SignedIn.pathAndQuery(request));
        } else {
            keepTyped(request);
            toSignIn(request, response, ResumeController.PATH);
        }
    }

    /** Somebody is signed in, or the token of the form is missing or old. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            withoutToken(request, response);
            return;
        }
        SignedInAccount account = SignedIn.here();
        if (account == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        transaction.executeWithoutResult(status -> events.publishEvent(
                new AccessDenied(account.accountId(), account.login(), request.getMethod(), SignedIn.path(request))));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private void withoutToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean signedIn = SignedIn.here() != null;
        String path = SignedIn.path(request);
        if (!CurrentCity.isBound()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.equals("/sign-in")) {
            response.sendRedirect(UriComponentsBuilder.fromPath(request.getContextPath() + "/sign-in")
                    .queryParam("expired")
                    .queryParam("return", ReturnPath.safe(request.getParameter("return")))
                    .encode()
                    .toUriString());
        } else if (path.equals("/sign-out")) {
            response.sendRedirect(request.getContextPath() + "/");
        } else if (SignedIn.byScript(request)) {
            if (signedIn && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                response.setHeader(FRESH_TOKEN, token.getToken());
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            } else {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        } else {
            keepTyped(request);
            if (signedIn) {
                response.sendRedirect(request.getContextPath() + ResumeController.PATH);
            } else {
                toSignIn(request, response, ResumeController.PATH);
            }
        }
    }

    private static void keepTyped(HttpServletRequest request) {
        TypedForm typed = TypedForm.of(request, CurrentCity.get().id());
        if (typed != null) {
            request.getSession().setAttribute(TypedForm.KEY, typed);
        }
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        response.sendRedirect(UriComponentsBuilder.fromPath(request.getContextPath() + "/sign-in")
                .queryParam("return", "{path}")
                .build(path)
                .toString());
    }
}
