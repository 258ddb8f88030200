package fledge.programme;

import fledge.kernel.Measure;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator to be added or revised. The first responsible unit is the lead unit; without reporting units of its own the lead
 * reports, or its members where the lead is a group.
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
        List<UUID> reportingUnits) {

    public NewIndicator {
        responsibleUnits = List.copyOf(responsibleUnits);
        reportingUnits = List.copyOf(reportingUnits);
    }
}
