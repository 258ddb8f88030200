package fledge.base;

import fledge.kernel.Labelled;
import java.util.Optional;

/** What the ledger of residents counts: on the last day of a period, or within it. */
public enum LedgerFigure implements Labelled {
    RESIDENTS,
    JOBS,
    MOVED_IN,
    GRADUATED,
    LEFT;

    /** That number of a count; absent for jobs of which nobody told anything. */
    Optional<Integer> of(PeriodCount count) {
        return switch (this) {
            case RESIDENTS -> Optional.of(count.residents());
            case JOBS -> count.counted() == 0 ? Optional.empty() : Optional.of(count.jobs());
            case MOVED_IN -> Optional.of(count.movedIn());
            case GRADUATED -> Optional.of(count.graduated());
            case LEFT -> Optional.of(count.left());
        };
    }

    @Override
    public String labelKey() {
        return "residency.figure." + name();
    }
}
