package fledge.exchange.web;

import fledge.access.Actor;
import fledge.access.ByToken;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.exchange.ApiTokenService;
import fledge.exchange.ApiTokenService.Bearer;
import fledge.exchange.SentValue;
import fledge.exchange.ValueService;
import fledge.exchange.ValuesRefused;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.Formats;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values from other systems; described by static/api/openapi.json. Refusals are problem details (RFC 9457). */
@Controller
class ValueController {

    static final int MOST_BYTES = 256 * 1024;
    static final int MOST_VALUES = 500;

    private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");
    private static final String BEARER = "Bearer ";

    /** No number is read as a binary one on its way. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ApiTokenService tokens;
    private final ValueService values;
    private final Formats formats;

    ValueController(ApiTokenService tokens, ValueService values, Formats formats) {
        this.tokens = tokens;
        this.values = values;
        this.formats = formats;
    }

    @PutMapping("/api/returns/{quarter}/values")
    @ByToken(Right.RETURN_FILL)
    ResponseEntity<?> put(@PathVariable String quarter, HttpServletRequest request) throws IOException {
        Bearer bearer = bearer(request);
        if (bearer == null) {
            return problem(HttpStatus.UNAUTHORIZED, List.of(Reason.of("exchange.api.no-token")));
        }
        return Actor.call(bearer.actor(), () -> {
            String key = request.getHeader("Idempotency-Key");
            if (key == null || !KEY.matcher(key).matches()) {
                return problem(HttpStatus.BAD_REQUEST, List.of(Reason.on("Idempotency-Key", "exchange.api.no-key")));
            }
            String content = content(request);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(values.put(bearer.token(), quarter, key, content, parse(content)));
        });
    }

    private @Nullable Bearer bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.startsWith(BEARER) || header.length() > 200
                ? null
                : tokens.bearer(header.substring(BEARER.length())).orElse(null);
    }

    private static String content(HttpServletRequest request) throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            throw new ValuesRefused(415, Reason.on(HttpHeaders.CONTENT_TYPE, "exchange.api.not-json"));
        }
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ValuesRefused(413, Reason.of("exchange.api.too-large", MOST_BYTES / 1024));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<SentValue> parse(String content) {
        JsonNode all;
        try {
            all = EXACT.readTree(content).path("values");
        } catch (JacksonException e) {
            throw new ValuesRefused(400, Reason.of("exchange.api.unreadable"));
        }
        if (!all.isArray() || all.isEmpty() || all.size() > MOST_VALUES) {
            throw new ValuesRefused(422, Reason.on("values", "exchange.api.values", MOST_VALUES));
        }
        var sent = new ArrayList<SentValue>();
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < all.size(); i++) {
            JsonNode one = all.get(i);
            String indicator = text(one.path("indicator"));
            JsonNode version = one.path("version");
            if (indicator == null || (one.has("item") && !one.path("item").isString())) {
                reasons.add(Reason.on("values[" + i + "].indicator", "exchange.api.unknown-figure"));
            } else if (!version.isMissingNode() && !version.isInt()) {
                reasons.add(Reason.on("values[" + i + "].version", "exchange.api.version"));
            } else {
                sent.add(new SentValue(
                        indicator,
                        text(one.path("item")),
                        one.has("value") ? Objects.requireNonNullElse(text(one.path("value")), "") : null,
                        one.has("note") ? Objects.requireNonNullElse(text(one.path("note")), "") : null,
                        version.isInt() ? version.intValue() : null));
            }
        }
        if (!reasons.isEmpty()) {
            throw new ValuesRefused(422, reasons);
        }
        return sent;
    }

    /** As it would be typed; what is no single value is handed on as it is, for the reader of numbers to refuse. */
    private static @Nullable String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isString()) {
            return node.stringValue().replace("\0", "\uFFFD");
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? "yes" : "no";
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            boolean usual = Math.abs((long) number.scale()) <= 40 && number.precision() <= 40;
            return usual ? number.toPlainString() : number.toString();
        }
        return node.toString();
    }

    @ExceptionHandler
    ResponseEntity<?> refused(ValuesRefused refused) {
        return problem(HttpStatus.valueOf(refused.status()), refused.reasons());
    }

    @ExceptionHandler
    ResponseEntity<?> refused(RuleRefused refused) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, refused.reasons());
    }

    @ExceptionHandler
    ResponseEntity<?> missing(NotFound missing) {
        return problem(HttpStatus.NOT_FOUND, List.of(Reason.of("exchange.api.no-return")));
    }

    @ExceptionHandler
    ResponseEntity<?> denied(AccessDeniedException denied) {
        return problem(HttpStatus.FORBIDDEN, List.of(Reason.of("exchange.api.no-token")));
    }

    /** Somebody else was quicker; nothing was written. */
    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ResponseEntity<?> overtaken() {
        return problem(HttpStatus.CONFLICT, List.of(Reason.of("exchange.api.again")));
    }

    private ResponseEntity<?> problem(HttpStatus status, List<Reason> reasons) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", formats.text(reasons.getFirst()));
        problem.put(
                "errors",
                reasons.stream()
                        .map(reason -> Map.of(
                                "field", Objects.requireNonNullElse(reason.field(), ""),
                                "message", formats.text(reason)))
                        .toList());
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(problem);
    }
}
