package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of an indicator's definition was proposed, or went from one state to another. */
public record DefinitionMoved(
        UUID id,
        String label,
        String way,
        Map<String, ?> before,
        Map<String, ?> after,
        @Nullable String reason) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("definition", id, label);
    }

    /** Each way has a name of its own in the trail: Definition.PROPOSE, Definition.APPROVE … */
    @Override
    public String action() {
        return "Definition." + way;
    }
}
