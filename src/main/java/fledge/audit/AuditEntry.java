package fledge.audit;

import fledge.access.Actor;
import fledge.access.Actor.Appointment;
import fledge.audit.rules.CanonicalJson;
import fledge.kernel.AuditedEvent;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an entry says, taken down the moment the event is published; place and hash come at commit. */
record AuditEntry(
        UUID id,
        short city,
        Instant at,
        @Nullable UUID accountId,
        @Nullable UUID personId,
        String login,
        String name,
        String roles,
        String units,
        String module,
        String action,
        String subjectKind,
        UUID subjectId,
        String subjectLabel,
        @Nullable String requestId,
        String body) {

    static AuditEntry of(AuditedEvent event, Actor actor, short city, Instant time, @Nullable String requestId) {
        UUID id = Ids.next();
        Instant at = time.truncatedTo(ChronoUnit.MICROS);
        Subject subject = event.subject();
        String login = storable(actor.login());
        String name = storable(actor.name());
        String roles = joined(actor.appointments().stream()
                .map(appointment -> appointment.role().name()));
        String units = joined(actor.appointments().stream().map(Appointment::unitName));
        String module = moduleOf(event.getClass());
        String action = event.action();
        String label = storable(subject.label());

        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("account", actor.accountId());
        body.put("action", action);
        body.put("after", event.after());
        body.put("at", at);
        body.put("before", event.before());
        body.put("id", id);
        body.put("login", login);
        body.put("module", module);
        body.put("name", name);
        body.put("person", actor.personId());
        body.put("reason", event.reason());
        body.put("request", requestId);
        body.put("roles", roles);
        body.put("subject", Map.of("id", subject.id(), "kind", subject.kind(), "label", label));
        body.put("units", units);
        return new AuditEntry(
                id,
                city,
                at,
                actor.accountId(),
                actor.personId(),
                login,
                name,
                roles,
                units,
                module,
                action,
                subject.kind(),
                subject.id(),
                label,
                requestId,
                CanonicalJson.of(body));
    }

    private static String joined(Stream<String> texts) {
        return storable(texts.distinct().collect(Collectors.joining(",")));
    }

    /** A sign-in form may send anything as a login; a text column takes neither NUL nor half a character. */
    private static String storable(String text) {
        return text.codePoints()
                .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String moduleOf(Class<?> event) {
        String[] parts = event.getPackageName().split("\\.", -1);
        return parts.length > 1 ? parts[1] : parts[0];
    }
}
