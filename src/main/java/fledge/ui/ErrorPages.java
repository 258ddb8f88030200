package fledge.ui;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Every failure ends in a page that says what happened and what to do; only our own faults are 500, with an incident number. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final LayoutFactory layouts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ErrorPages(LayoutFactory layouts, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.layouts = layouts;
        this.transaction = transaction;
        this.events = events;
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletRequest request) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            // Who is anonymous is sent to sign in, who is not is refused: the security chain's business.
            throw failure;
        }
        if (DatabaseAway.caused(failure)) {
            // A page of the portal would ask the database for the rest of itself.
            throw failure;
        }
        if (failure instanceof NotFound) {
            tell(request);
        }
        HttpStatusCode status = status(failure);
        String incident = "";
        if (status.is5xxServerError()) {
            incident = Ids.next().toString().substring(24);
            LOG.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), failure);
        }
        return page(status, incident, request);
    }

    /** Whoever is signed in and tries ids leaves a trace, although the answer does not say whether there is such a thing. */
    private void tell(HttpServletRequest request) {
        Actor actor = Actor.current();
        UUID account = actor.accountId();
        if (account != null) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new NothingFound(account, actor.login(), request.getMethod(), path)));
        }
    }

    private static HttpStatusCode status(Exception failure) {
        return switch (failure) {
            case NotFound e -> HttpStatus.NOT_FOUND;
            // An address with something else where an id belongs names nothing.
            case TypeMismatchException e -> HttpStatus.NOT_FOUND;
            case UnreadableInput e -> HttpStatus.BAD_REQUEST;
            // Its bytes are no text, or it has too many fields.
            case InvalidParameterException e -> HttpStatus.valueOf(e.getErrorCode());
            case ConcurrencyFailureException e -> HttpStatus.CONFLICT;
            case ErrorResponse e -> e.getStatusCode();
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private ModelAndView page(HttpStatusCode status, String incident, HttpServletRequest request) {
        String view = switch (status.value()) {
            case 403, 404, 409 -> "error/" + status.value();
            default -> status.is5xxServerError() ? "error/500" : "error/400";
        };
        var page = new ModelAndView(view, Map.of("incident", incident, "layout", layouts.layout(request)));
        page.setStatus(status);
        return page;
    }
}
