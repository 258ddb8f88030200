package fledge.mail;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter went from one state to another: whether somebody was told is never a matter of belief. */
public record LetterMoved(
        UUID letterId,
        String login,
        LetterPurpose purpose,
        LetterAction way,
        LetterStatus from,
        @Nullable LetterReason why)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("letter", letterId, login);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("status", from.name());
    }

    @Override
    public Map<String, ?> after() {
        return why == null
                ? Map.of("status", way.to().name(), "purpose", purpose.name())
                : Map.of("status", way.to().name(), "purpose", purpose.name(), "why", why.name());
    }

    /** Each way has a name of its own in the trail: Letter.SEND, Letter.GIVE_UP … */
    @Override
    public String action() {
        return "Letter." + way.name();
    }
}
