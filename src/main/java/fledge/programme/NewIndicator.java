package fledge.programme;

import fledge.kernel.Measure;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator to be added or revised. The first responsible unit is the lead unit; without reporting units of its own the lead
 * reports, or its members where the lead is a group. With a final month values are provisional until that month of the next year.
 */
public record NewIndicator(
        String code,
        Bilingual group,
        Bilingual name,
        Measure measure,
        Measure valueMeasure,
        Comparison comparison,
        Accumulation accumulation,
        Direction direction,
        SplitLaw splitLaw,
        Definition definition,
        @Nullable Base base,
        Bounds bounds,
        Pace pace,
        Source source,
        List<UUID> responsibleUnits,
        List<UUID> reportingUnits,
        @Nullable Integer finalMonth) {

    public NewIndicator {
        responsibleUnits = List.copyOf(responsibleUnits);
        reportingUnits = List.copyOf(reportingUnits);
    }

    /** An indicator whose values are final when they are reported. */
    public NewIndicator(
            String code,
            Bilingual group,
            Bilingual name,
            Measure measure,
            Measure valueMeasure,
            Comparison comparison,
            Accumulation accumulation,
            Direction direction,
            SplitLaw splitLaw,
            Definition definition,
            @Nullable Base base,
            Bounds bounds,
            Pace pace,
            Source source,
            List<UUID> responsibleUnits,
            List<UUID> reportingUnits) {
        this(
                code,
                group,
                name,
                measure,
                valueMeasure,
                comparison,
                accumulation,
                direction,
                splitLaw,
                definition,
                base,
                bounds,
                pace,
                source,
                responsibleUnits,
                reportingUnits,
                null);
    }
}
