package fledge.kernel;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that the audit trail keeps: a past-tense record published inside the transaction that made it so.
 * Values in {@code before} and {@code after} are texts, numbers, booleans, instants or ids, never entities and never secrets.
 */
public interface AuditedEvent {

    /** What it happened to. */
    Subject subject();

    /** The changed fields as they were. */
    default Map<String, ?> before() {
        return Map.of();
    }

    /** The changed fields as they are now. */
    default Map<String, ?> after() {
        return Map.of();
    }

    /** Why, in the words of the person who acted. */
    default @Nullable String reason() {
        return null;
    }

    /** The name under which the trail keeps it. */
    default String action() {
        return getClass().getSimpleName();
    }

    /** An object of the portal: its kind, its id, and the label people know it by. */
    record Subject(String kind, UUID id, String label) {}
}
