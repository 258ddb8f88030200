package fledge.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * While the database does not answer, neither a city nor a session can be read, and so no page be laid out: a plain one says
 * that nothing was kept and how to send it again. The grid's script tries again by itself.
 */
@Component
@FilterRegistration(
        order = Ordered.HIGHEST_PRECEDENCE + 15,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    /** Classes of SQLSTATE: connection, resources (the disk is full, too many connections), stopped by its operator. */
    private static final List<String> AWAY = List.of("08", "53", "57P");

    private final MessageSource messages;

    DatabaseAway(MessageSource messages) {
        this.messages = messages;
    }

    /** Whether a failure comes from there and passes by itself, rather than from what was asked. */
    static boolean caused(@Nullable Throwable failure) {
        if (failure == null) {
            return false;
        }
        if (failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException) {
            return true;
        }
        if (failure instanceof SQLException told
                && told.getSQLState() != null
                && AWAY.stream().anyMatch(told.getSQLState()::startsWith)) {
            return true;
        }
        // A failed rollback stands before what made it necessary.
        return (failure instanceof TransactionSystemException e && caused(e.getApplicationException()))
                || caused(failure.getCause());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!caused(failure) || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("The database does not answer: {} {}", request.getMethod(), request.getRequestURI());
            answer(response);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void answer(HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>")
                .append(text("error.503.title", Locale.SIMPLIFIED_CHINESE))
                .append("</title>");
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            page.append("<section lang=\"").append(language.toLanguageTag()).append("\"><h1>");
            page.append(text("error.503.title", language)).append("</h1><p>");
            page.append(text("error.503.text", language)).append("</p></section>");
        }
        response.getWriter().append(page).append("</html>").flush();
    }

    private String text(String key, Locale language) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, null, language));
    }
}
