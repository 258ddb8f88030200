package fledge.base;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A clash as others see it: all that is printed, and what was chosen by whom and why. */
public record ClashView(
        UUID id,
        UUID baseId,
        BaseField field,
        List<Side> sides,
        @Nullable UUID foundBy,
        Instant foundAt,
        @Nullable UUID chosenSideId,
        String reason,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt) {

    public ClashView {
        sides = List.copyOf(sides);
    }

    /** One printed value. */
    public record Side(UUID id, BigDecimal value, String wording, Source source) {}

    public boolean isOpen() {
        return settledAt == null;
    }
}
