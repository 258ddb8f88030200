package fledge.exchange.web;

import fledge.exchange.ImportService;
import fledge.tenancy.CurrentCity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever uploads too much back to the page of the upload, which says so. The declared length decides, before anything of
 * the body is kept; behind it stands the general limit of requests in parts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class UploadSizeFilter extends OncePerRequestFilter {

    static final String TOO_LARGE = "too-large";

    /** The other fields of the form and the borders between its parts. */
    private static final long AROUND_THE_FILE = 64 * 1024;

    private static final Pattern UPLOAD = Pattern.compile("/[a-z0-9-]+/(returns|target-sets)/[0-9a-fA-F-]{36}/import");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean tooLarge = request.getMethod().equals("POST")
                && CurrentCity.isBound()
                && UPLOAD.matcher(request.getRequestURI()).matches()
                && request.getContentLengthLong() > ImportService.LIMITS.bytes() + AROUND_THE_FILE;
        if (tooLarge) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?refused=" + TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
