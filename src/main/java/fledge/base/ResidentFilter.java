package fledge.base;

import fledge.kernel.Labelled;
import java.time.LocalDate;

/** Which lines of a base's ledger, as of a day. */
public record ResidentFilter(LocalDate on, State state) {

    /** Where an enterprise stands on that day. */
    public enum State implements Labelled {
        PRESENT,
        GRADUATED,
        LEFT,
        ALL;

        @Override
        public String labelKey() {
            return "residency.state." + name();
        }
    }
}
