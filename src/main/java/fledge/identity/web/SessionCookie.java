package fledge.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of a session: {@code __Host-FLEDGE}, which a browser takes only over TLS and gives to this host only. On a
 * developer's own machine, where there is no TLS, it is {@code FLEDGE}. Every city shares it, whatever the context path.
 */
class SessionCookie implements CookieSerializer {

    static final String SECURE = "__Host-FLEDGE";
    static final String LOCAL = "FLEDGE";
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    private final DefaultCookieSerializer secure = cookie(SECURE, true);
    private final DefaultCookieSerializer local = cookie(LOCAL, false);

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private DefaultCookieSerializer of(HttpServletRequest request) {
        return !request.isSecure() && LOCAL_HOSTS.contains(request.getServerName()) ? local : secure;
    }

    private static DefaultCookieSerializer cookie(String name, boolean secure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
