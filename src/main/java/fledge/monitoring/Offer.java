package fledge.monitoring;

import fledge.kernel.Labelled;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A cell of a return beside what another room counts of it; {@code number} is absent where that room knows nothing of the period. */
public record Offer(
        ReturnSheet.Line line, Labelled what, @Nullable BigDecimal number) {

    /** Only an empty cell is filled, and never with nothing. */
    public boolean isFillable() {
        return number != null && line.editable() && !line.content().isFilled();
    }
}
