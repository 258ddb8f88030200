package fledge.ui;

import fledge.tenancy.CurrentCity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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

    /** The other fields of the form and the borders between its parts. */
    private static final long AROUND_THE_FILE = 64 * 1024;

    private final List<UploadLimit> limits;

    UploadSizeFilter(List<UploadLimit> limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean tooLarge = request.getMethod().equals("POST")
                && CurrentCity.isBound()
                && limits.stream()
                        .anyMatch(limit -> request.getContentLengthLong() > limit.bytes() + AROUND_THE_FILE
                                && limit.addresses()
                                        .matcher(request.getRequestURI())
                                        .matches());
        if (tooLarge) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?refused=" + UploadLimit.TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
