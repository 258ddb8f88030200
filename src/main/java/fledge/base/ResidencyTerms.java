package fledge.base;

import fledge.base.rules.Stay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a residency: since when, on how many square metres, and from which day on no longer, in which way and
 * why. Without an end the last three are absent.
 */
public record ResidencyTerms(
        LocalDate movedInOn,
        @Nullable BigDecimal areaM2,
        @Nullable LocalDate endedOn,
        @Nullable ResidencyEnding ending,
        String endReason) {

    /** The days of it. */
    public Stay stay() {
        return new Stay(movedInOn, endedOn);
    }

    /** As the audit trail tells it. */
    Map<String, String> told() {
        var told = new TreeMap<String, String>();
        told.put("movedInOn", movedInOn.toString());
        told.put("areaM2", areaM2 == null ? "" : BaseService.plain(areaM2));
        told.put("endedOn", Objects.toString(endedOn, ""));
        told.put("ending", Objects.toString(ending, ""));
        told.put("endReason", endReason);
        return told;
    }
}
