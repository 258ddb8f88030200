package fledge.monitoring.web;

import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.monitoring.Comparisons;
import fledge.monitoring.IndicatorProgress;
import fledge.monitoring.rules.Compared;
import fledge.programme.BridgedQuarter;
import fledge.programme.DefinitionView;
import fledge.programme.IndicatorView;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a change of definition stands beside figures: the break, the bridge over it, and what can still be compared. */
@Component
class BasisWording {

    private final PortalClock clock;
    private final Formats formats;

    BasisWording(PortalClock clock, Formats formats) {
        this.clock = clock;
        this.formats = formats;
    }

    private Optional<DefinitionView> current(IndicatorView indicator) {
        return indicator.definitionIn(
                Quarter.of(clock.now().atZone(PortalClock.ZONE).toLocalDate()));
    }

    @Nullable
    String definition(Locale locale, IndicatorView indicator) {
        return current(indicator)
                .map(definition -> definition.text(locale))
                .orElseGet(() -> indicator.definition(locale));
    }

    @Nullable
    String formula(IndicatorView indicator) {
        return current(indicator)
                .map(definition -> definition.content().formula())
                .orElseGet(indicator::formulaText);
    }

    List<ProgressPages.Break> breaks(IndicatorView indicator) {
        return indicator.definitions().stream()
                .filter(definition -> definition.validFrom() != null)
                .map(definition -> new ProgressPages.Break(
                        formats.quarter(Objects.requireNonNull(definition.validFrom())),
                        formats.text("programme.definition.name", definition.number()),
                        "/definitions/" + definition.id(),
                        withoutStop(Objects.requireNonNullElse(definition.reason(), "")),
                        !definition.bridge().isEmpty()))
                .toList();
    }

    /** A reason stands inside a sentence that has a full stop of its own. */
    private static String withoutStop(String reason) {
        return reason.strip().replaceFirst("[。.]+$", "");
    }

    /** The quarters before a change on the basis after it, as a series of its own beside what was reported. */
    Optional<ProgressPages.Series> bridge(IndicatorView indicator, Set<Quarter> quarters) {
        Map<Quarter, BigDecimal> bridged = new HashMap<>();
        for (DefinitionView definition : indicator.definitions()) {
            for (BridgedQuarter row : definition.bridge()) {
                bridged.put(row.quarter(), row.newValue());
            }
        }
        Measure measure = indicator.bridgeMeasure();
        List<ProgressPages.Point> points = quarters.stream()
                .map(quarter -> {
                    BigDecimal value = bridged.get(quarter);
                    return new ProgressPages.Point(
                            value == null ? null : measure.fromBase(value), formats.number(value, measure));
                })
                .toList();
        return points.stream().allMatch(point -> point.value() == null)
                ? Optional.empty()
                : Optional.of(new ProgressPages.Series(formats.text("monitoring.chart.bridge"), "bridge", points));
    }

    List<ProgressPages.Comparison> comparisons(IndicatorProgress progress) {
        Comparisons comparisons = progress.comparisons();
        if (comparisons == null) {
            return List.of();
        }
        List<ProgressPages.Comparison> rows = new ArrayList<>();
        Measure measure = progress.indicator().valueMeasure();
        Quarter quarter = comparisons.quarter();
        Compared yearToDate = comparisons.yearToDate();
        if (yearToDate != null) {
            String sums = LineagePages.sums(progress.indicator().id());
            rows.add(row("year-to-date", quarter, yearToDate, measure, sums, sums));
        }
        rows.add(row("last-year", progress.indicator(), quarter, quarter.minusYears(1), comparisons.lastYear()));
        rows.add(row("previous", progress.indicator(), quarter, quarter.previous(), comparisons.previous()));
        return rows;
    }

    private ProgressPages.Comparison row(
            String what, IndicatorView indicator, Quarter quarter, Quarter earlier, Compared compared) {
        return row(
                what,
                quarter,
                compared,
                indicator.valueMeasure(),
                LineagePages.address(indicator.id(), quarter),
                LineagePages.address(indicator.id(), earlier));
    }

    private ProgressPages.Comparison row(
            String what, Quarter quarter, Compared compared, Measure measure, String nowLineage, String thenLineage) {
        return new ProgressPages.Comparison(
                formats.text("monitoring.compared." + what, quarter),
                value(compared.now(), measure),
                nowLineage,
                value(compared.then(), measure),
                thenLineage,
                compared.comparability() == Compared.Comparability.BRIDGED ? value(compared.onBasis(), measure) : null,
                growth(compared));
    }

    /** What the year may come to; of a forecast no more decimals are shown than its measure has. */
    List<ProgressPages.Forecasted> forecasts(IndicatorProgress progress) {
        Measure measure = progress.indicator().valueMeasure();
        return progress.forecasts().stream()
                .map(forecast -> new ProgressPages.Forecasted(
                        formats.text(forecast.method()),
                        formats.text(
                                "monitoring.forecast.basis." + forecast.method().name()),
                        LineagePages.sums(progress.indicator().id()),
                        rounded(forecast.value(), measure),
                        rounded(forecast.low(), measure),
                        rounded(forecast.high(), measure)))
                .toList();
    }

    private @Nullable String rounded(BigDecimal base, Measure measure) {
        return value(
                measure.toBase(measure.fromBase(base).setScale(measure.decimals(), RoundingMode.HALF_UP)), measure);
    }

    private @Nullable String value(@Nullable BigDecimal value, Measure measure) {
        String number = formats.number(value, measure);
        return number == null ? null : number + formats.measure(measure);
    }

    /** The growth with its sign; or why there is none. */
    String growth(Compared compared) {
        BigDecimal percent = compared.percent();
        if (percent == null) {
            return compared.onBasis() == null
                    ? formats.text(compared.comparability())
                    : formats.text("monitoring.change.none");
        }
        String shown = (percent.signum() > 0 ? "+" : "") + formats.percent(percent);
        return compared.comparability() == Compared.Comparability.BRIDGED
                ? formats.text("monitoring.compared.bridged", shown)
                : shown;
    }
}
