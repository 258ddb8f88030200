package fledge.monitoring;

import fledge.kernel.StatusMoved;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return went from one state to another. */
public record ReturnMoved(
        Subject subject,
        ReturnAction way,
        ReturnStatus from,
        ReturnStatus to,
        @Nullable String reasonCode,
        String why,
        Map<String, String> details)
        implements StatusMoved {

    /** Under this name the details of a reopened return tell the amendment's id. */
    static final String AMENDMENT = "amendment";

    /** The amendment that the return is reopened by. */
    public Optional<UUID> amendment() {
        return Optional.ofNullable(details.get(AMENDMENT)).map(UUID::fromString);
    }

    @Override
    public String machine() {
        return "Return";
    }
}
