package fledge.tenancy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Mounts the city named by the first path segment as the request's context path, and binds it. Controllers, links and
 * templates behind this filter never name a city. An unknown first segment is a 404; a suspended city says so.
 */
@Component
@FilterRegistration(
        order = Ordered.HIGHEST_PRECEDENCE + 20,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
class CityPathFilter implements Filter {

    /** First segments that belong to no city: the chooser, what the browser fetches for every page, and the machine's own. */
    private static final Set<String> SHARED = Set.of(
            "",
            "css",
            "js",
            "vendor",
            "help-pictures",
            "webjars",
            "favicon.svg",
            "favicon.ico",
            "robots.txt",
            "actuator",
            "error",
            "livez",
            "readyz");

    private final CityService cities;

    CityPathFilter(CityService cities) {
        this.cities = cities;
    }

    @Override
    public void doFilter(ServletRequest plain, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) plain;
        var response = (HttpServletResponse) answer;
        String segment = firstSegment(addressAskedFor(request));
        if (SHARED.contains(segment)) {
            chain.doFilter(request, response);
            return;
        }
        City city = cities.byCode(segment).orElse(null);
        if (city == null) {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } else if (!city.open() && request.getDispatcherType() != DispatcherType.ERROR) {
            CurrentCity.call(city, () -> {
                response.sendError(HttpServletResponse.SC_FORBIDDEN, "suspended");
                return null;
            });
        } else if (request.getDispatcherType() == DispatcherType.REQUEST
                && request.getRequestURI().equals("/" + segment)) {
            response.sendRedirect("/" + segment + "/");
        } else {
            mount(city, request, response, chain);
        }
    }

    private static void mount(City city, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            CurrentCity.call(city, () -> {
                try {
                    chain.doFilter(new Mounted(request, city.code()), response);
                } catch (IOException | ServletException e) {
                    throw new Carried(e);
                }
                return null;
            });
        } catch (Carried carried) {
            if (carried.getCause() instanceof IOException e) {
                throw e;
            }
            if (carried.getCause() instanceof ServletException e) {
                throw e;
            }
            throw carried;
        }
    }

    /** Whether no city may have that name, because the address means something else. */
    static boolean isShared(String code) {
        return SHARED.contains(code);
    }

    private static String addressAskedFor(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address) {
            return address;
        }
        return request.getRequestURI();
    }

    private static String firstSegment(String address) {
        int end = address.indexOf('/', 1);
        String segment = address.substring(Math.min(1, address.length()), end < 0 ? address.length() : end);
        int parameters = segment.indexOf(';');
        return parameters < 0 ? segment : segment.substring(0, parameters);
    }

    /** The request as the pages behind see it: the city is the context path. */
    private static final class Mounted extends HttpServletRequestWrapper {

        private final String context;
        private final boolean error;

        Mounted(HttpServletRequest request, String cityCode) {
            super(request);
            this.context = "/" + cityCode;
            this.error = request.getDispatcherType() == DispatcherType.ERROR;
        }

        @Override
        public String getContextPath() {
            return context;
        }

        @Override
        public String getRequestURI() {
            return error ? context + super.getRequestURI() : super.getRequestURI();
        }

        @Override
        public String getServletPath() {
            String path = super.getServletPath();
            return path.startsWith(context + "/") ? path.substring(context.length()) : path;
        }

        @Override
        public @Nullable String getPathInfo() {
            return null;
        }
    }

    /** Brings the servlet API's checked exceptions through the scope. */
    private static final class Carried extends RuntimeException {
        Carried(Exception cause) {
            super(cause);
        }
    }
}
