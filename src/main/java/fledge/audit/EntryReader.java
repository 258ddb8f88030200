package fledge.audit;

import fledge.audit.AuditEntryRepository.Placed;
import fledge.audit.rules.Chain;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of an entry back. */
@Component
class EntryReader {

    private final JsonMapper json = JsonMapper.shared();

    AuditEntryView view(Placed placed) {
        AuditEntry entry = placed.entry();
        JsonNode body = json.readTree(entry.body());
        return new AuditEntryView(
                placed.link().seq(),
                entry.id(),
                entry.at(),
                Chain.instant(placed.link().micros()),
                entry.accountId(),
                entry.personId(),
                entry.login(),
                entry.name(),
                split(entry.roles()),
                split(entry.units()),
                entry.module(),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.subjectLabel(),
                texts(body.path("before")),
                texts(body.path("after")),
                text(body, "reason"),
                entry.requestId(),
                placed.link().previous(),
                placed.link().hash());
    }

    /** Whether the columns that are searched say what the hashed body says. */
    boolean columnsRepeatBody(AuditEntry entry) {
        JsonNode body;
        try {
            body = json.readTree(entry.body());
        } catch (JacksonException e) {
            return false;
        }
        JsonNode subject = body.path("subject");
        return same(entry.id(), body, "id")
                && same(entry.at(), body, "at")
                && same(entry.accountId(), body, "account")
                && same(entry.personId(), body, "person")
                && same(entry.login(), body, "login")
                && same(entry.name(), body, "name")
                && same(entry.roles(), body, "roles")
                && same(entry.units(), body, "units")
                && same(entry.module(), body, "module")
                && same(entry.action(), body, "action")
                && same(entry.requestId(), body, "request")
                && same(entry.subjectKind(), subject, "kind")
                && same(entry.subjectId(), subject, "id")
                && same(entry.subjectLabel(), subject, "label");
    }

    private static boolean same(@Nullable Object column, JsonNode parent, String field) {
        return Objects.equals(column == null ? null : column.toString(), text(parent, field));
    }

    private static @Nullable String text(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        return value.isMissingNode() || value.isNull() ? null : shown(value);
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties().forEach(field -> texts.put(field.getKey(), shown(field.getValue())));
        return texts;
    }

    private static String shown(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isContainer() ? value.toString() : value.asString();
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
    }
}
