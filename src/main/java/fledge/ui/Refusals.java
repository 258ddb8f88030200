package fledge.ui;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** Brings a refused form back to the page it was on, as typed, with the reason at each field. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    private final Formats formats;

    Refusals(Formats formats) {
        this.formats = formats;
    }

    /** A form goes back to its page; what the script sent is answered beside its cell. */
    @ExceptionHandler
    Object refused(RuleRefused refused, HttpServletRequest request, HttpServletResponse response) {
        return asksForData(request)
                ? ResponseEntity.unprocessableContent()
                        .body(Map.of("message", formats.text(refused.reasons().getFirst())))
                : back(refused.reasons(), request, response);
    }

    private static boolean asksForData(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static RedirectView back(List<Reason> reasons, HttpServletRequest request, HttpServletResponse response) {
        String page = pageOfTheForm(request);
        var flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put(Refusal.KEY, new Refusal(reasons, typed(request)));
        RequestContextUtils.saveOutputFlashMap(page, request, response);
        return new RedirectView(page, false, false, false);
    }

    private static Map<String, String[]> typed(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, String[]>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                typed.put(name, values);
            }
        });
        return typed;
    }

    /** The page the form was on; only one of this city's own pages, so that nobody can be sent elsewhere. */
    private static String pageOfTheForm(HttpServletRequest request) {
        String desk = request.getContextPath() + "/desk";
        String referer = request.getHeader(HttpHeaders.REFERER);
        String path = referer == null ? null : path(referer);
        return path != null && path.startsWith(request.getContextPath() + "/") ? path : desk;
    }

    private static @Nullable String path(String referer) {
        try {
            URI address = URI.create(referer);
            String path = address.getRawPath();
            return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
