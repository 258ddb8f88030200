package fledge.identity.web;

import fledge.identity.SignedInAccount;
import fledge.tenancy.CurrentCity;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the filters ask about a request: who is signed in, and which path of the city it wants. */
final class SignedIn {

    private SignedIn() {}

    /** The account of the session, of whatever city; null if nobody is signed in. */
    static @Nullable SignedInAccount anywhere() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? account
                : null;
    }

    /** The account of the session if it is one of the bound city. */
    static @Nullable SignedInAccount here() {
        SignedInAccount account = anywhere();
        return account != null
                        && CurrentCity.isBound()
                        && account.cityId() == CurrentCity.get().id()
                ? account
                : null;
    }

    /** The path below the city. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The path below the city with its query. */
    static String pathAndQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? path(request) : path(request) + "?" + query;
    }

    /** Whether a script asked, which cannot follow a redirect to a page. */
    static boolean byScript(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return (accept != null && accept.contains("application/json"))
                || request.getHeader("HX-Request") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }

    static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
