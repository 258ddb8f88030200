package fledge.mail;

import fledge.kernel.StatusMoved;
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
        @Nullable LetterReason cause)
        implements StatusMoved {

    @Override
    public Subject subject() {
        return new Subject("letter", letterId, login);
    }

    @Override
    public String machine() {
        return "Letter";
    }

    @Override
    public LetterStatus to() {
        return way.to();
    }

    @Override
    public Map<String, ?> details() {
        return cause == null
                ? Map.of("purpose", purpose.name())
                : Map.of("purpose", purpose.name(), "why", cause.name());
    }
}
