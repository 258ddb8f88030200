package fledge.base;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger of a base says as of a day: the enterprises {@code present}, of which so many are in another base as well, with
 * {@code areaM2} as far as {@code measured} of them told it and {@code jobs} as far as {@code counted} did; {@code graduated} and
 * {@code left} ever before; and what happened since the first day asked for.
 */
public record LedgerCount(
        List<UUID> present,
        int elsewhere,
        @Nullable BigDecimal areaM2,
        int measured,
        int jobs,
        int counted,
        int graduated,
        int left,
        int movedInSince,
        int graduatedSince,
        int leftSince) {

    public LedgerCount {
        present = List.copyOf(present);
    }

    public int residents() {
        return present.size();
    }

    /** Whether there was ever anybody. */
    public boolean isKept() {
        return residents() + graduated + left > 0;
    }
}
