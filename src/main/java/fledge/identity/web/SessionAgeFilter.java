package fledge.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session eight hours after its sign-in, however busy it is; what follows is the same as with any expired one. */
class SessionAgeFilter extends OncePerRequestFilter {

    static final Duration LONGEST = Duration.ofHours(8);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(Entrance.KEY) instanceof Entrance entrance) {
            // Both times come from the session's own clock.
            Instant now = Instant.ofEpochMilli(session.getLastAccessedTime());
            if (Duration.between(entrance.at(), now).compareTo(LONGEST) > 0) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
