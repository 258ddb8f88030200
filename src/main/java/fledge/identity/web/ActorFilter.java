package fledge.identity.web;

import fledge.access.Actor;
import fledge.identity.AccountService;
import fledge.identity.SignedInAccount;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds who acts: the account of the session with its rights of this moment. An account of another city is nobody here. It
 * stands before the filter that turns a refusal into an answer, so that the answer knows who was refused.
 */
class ActorFilter extends OncePerRequestFilter {

    /** Where somebody may go whose password is not yet his own. */
    private static final Set<String> BEFORE_OWN_PASSWORD = Set.of("/me/password", "/sign-out", "/sign-in", "/");

    private final AccountService accounts;

    ActorFilter(AccountService accounts) {
        this.accounts = accounts;
    }

    /** An error page shows who is signed in, so it needs the actor again. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedInAccount account = SignedIn.here();
        if (account == null) {
            chain.doFilter(request, response);
            return;
        }
        Actor actor = accounts.actorOf(account.accountId());
        if (actor.isSignedIn() && mustFirstChangePassword(request, account)) {
            response.sendRedirect(request.getContextPath() + "/me/password");
            return;
        }
        try {
            Actor.call(actor, () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException | ServletException e) {
                    throw new Carried(e);
                }
                return null;
            });
        } catch (Carried carried) {
            carried.unpack();
        }
    }

    private boolean mustFirstChangePassword(HttpServletRequest request, SignedInAccount account) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && accounts.mustChangePassword(account.accountId())
                && !BEFORE_OWN_PASSWORD.contains(SignedIn.path(request));
    }

    /** Brings the servlet API's checked exceptions through the scope. */
    private static final class Carried extends RuntimeException {

        private final Exception carried;

        Carried(Exception carried) {
            super(carried);
            this.carried = carried;
        }

        void unpack() throws IOException, ServletException {
            switch (carried) {
                case IOException e -> throw e;
                case ServletException e -> throw e;
                default -> throw this;
            }
        }
    }
}
