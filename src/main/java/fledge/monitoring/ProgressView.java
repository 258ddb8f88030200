package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.Light;
import fledge.programme.ProgrammeView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a programme stands.
 *
 * @param newest the quarter being collected
 * @param missing the units whose return of that quarter does not count yet
 */
public record ProgressView(
        ProgrammeView programme, @Nullable Quarter newest, List<IndicatorProgress> indicators, List<UUID> missing) {

    public long count(Light light) {
        return indicators.stream()
                .filter(indicator -> indicator.rating().light() == light)
                .count();
    }
}
