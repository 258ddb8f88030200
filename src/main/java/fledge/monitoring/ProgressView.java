package fledge.monitoring;

import fledge.kernel.Period;
import fledge.monitoring.rules.Light;
import fledge.programme.ProgrammeView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a programme stands.
 *
 * @param newest the round being collected, if one has opened
 */
public record ProgressView(
        ProgrammeView programme, @Nullable Collected newest, List<IndicatorProgress> indicators) {

    /**
     * How far the collection of a quarter or month has come.
     *
     * @param asked how many units were asked
     * @param reported how many of them have reported
     * @param missing the units whose return does not count yet
     */
    public record Collected(Period period, Instant dueAt, int asked, long reported, List<UUID> missing) {}

    /** The units whose return of the period being collected does not count yet. */
    public List<UUID> missing() {
        return newest == null ? List.of() : newest.missing();
    }

    public long count(Light light) {
        return indicators.stream()
                .filter(indicator -> indicator.rating().light() == light)
                .count();
    }
}
