package fledge.enterprise.web;

import fledge.enterprise.EnterpriseFile;
import fledge.enterprise.Industries;
import fledge.enterprise.rules.SizeClass;
import fledge.enterprise.rules.SizeIndustry;
import fledge.enterprise.rules.SizeMetric;
import fledge.enterprise.rules.SizeStandard;
import fledge.kernel.Measure;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a clerk's words how a size came about and how far it is to the next one, up and down. */
@Component
class SizeWording {

    private final Industries industries;
    private final Formats formats;

    SizeWording(Industries industries, Formats formats) {
        this.industries = industries;
        this.formats = formats;
    }

    /** {@code up} and {@code down} are sentences; null where there is no way further. */
    record Explained(
            String why,
            String standard,
            @Nullable String up,
            @Nullable String down,
            List<Metric> metrics,
            @Nullable String next) {}

    /** One metric: its value, where the present size begins, where the next one does, and what is missing to it. */
    record Metric(
            String name,
            @Nullable String value,
            @Nullable String ownFloor,
            @Nullable String nextFloor,
            @Nullable String missing,
            @Nullable String above) {}

    Explained explain(EnterpriseFile.Year year, SizeStandard.Result result) {
        SizeClass next = result.next();
        return new Explained(
                why(year, result),
                result.standard(),
                next == null ? null : up(result, next),
                down(result),
                result.standings().stream().map(this::metric).toList(),
                next == null ? null : formats.text(next));
    }

    private String why(EnterpriseFile.Year year, SizeStandard.Result result) {
        SizeIndustry industry = result.industry();
        String of = Integer.toString(year.year());
        if (industry == null) {
            return formats.text(
                    "enterprise.why.NOT_CLASSIFIED",
                    of,
                    industries.one(year.industryCode()).name(formats.locale()));
        }
        if (result.size() == SizeClass.INCOMPLETE) {
            return formats.text(
                    "enterprise.why.INCOMPLETE",
                    of,
                    formats.text(industry),
                    joined(result, standing -> standing.value() == null));
        }
        return switch (result.size()) {
            case MICRO ->
                formats.text(
                        "enterprise.why.MICRO", of, formats.text(industry), joined(result, SizeWording::isMissing));
            case LARGE -> formats.text("enterprise.why.LARGE", of, formats.text(industry));
            default -> formats.text("enterprise.why.reached", of, formats.text(industry), formats.text(result.size()));
        };
    }

    private static boolean isMissing(SizeStandard.Standing standing) {
        Long missing = standing.missing();
        return missing != null && missing > 0;
    }

    private String joined(SizeStandard.Result result, Predicate<SizeStandard.Standing> which) {
        return result.standings().stream()
                .filter(which)
                .map(standing -> formats.text(standing.metric()))
                .collect(Collectors.joining(formats.text("enterprise.and")));
    }

    /** “从业人员再增加 1 人、…，即达到中型标准”; a figure that is not known is asked for. */
    private String up(SizeStandard.Result result, SizeClass next) {
        var steps = new ArrayList<String>();
        for (SizeStandard.Standing standing : result.standings()) {
            String metric = formats.text(standing.metric());
            Long missing = standing.missing();
            Long floor = standing.nextFloor();
            if (missing != null && missing > 0) {
                steps.add(formats.text("enterprise.up.more", metric, amount(standing.metric(), missing)));
            } else if (missing == null && floor != null) {
                steps.add(formats.text("enterprise.up.unknown", metric, amount(standing.metric(), floor)));
            }
        }
        return formats.text("enterprise.up", String.join(formats.text("enterprise.and"), steps), formats.text(next));
    }

    private @Nullable String down(SizeStandard.Result result) {
        SizeClass below = result.size().below().orElse(null);
        if (below == null) {
            return null;
        }
        var bounds = new ArrayList<String>();
        for (SizeStandard.Standing standing : result.standings()) {
            Long floor = standing.ownFloor();
            if (floor != null) {
                bounds.add(formats.text(
                        "enterprise.down.below", formats.text(standing.metric()), amount(standing.metric(), floor)));
            }
        }
        return formats.text("enterprise.down", String.join(formats.text("enterprise.or"), bounds), formats.text(below));
    }

    private Metric metric(SizeStandard.Standing standing) {
        SizeMetric metric = standing.metric();
        return new Metric(
                formats.text(metric),
                shown(metric, standing.value()),
                shown(metric, standing.ownFloor()),
                shown(metric, standing.nextFloor()),
                shown(metric, standing.missing()),
                shown(metric, standing.above()));
    }

    private @Nullable String shown(SizeMetric metric, @Nullable Long value) {
        return value == null ? null : amount(metric, value);
    }

    private String amount(SizeMetric metric, long value) {
        Measure measure = metric.isMoney() ? Measure.CNY_WAN : Measure.PERSONS;
        String number = metric.isMoney() ? money(value) : persons(value);
        return formats.text("enterprise.amount", number == null ? "" : number, formats.measure(measure));
    }

    /** Fen in 万元. */
    @Nullable
    String money(@Nullable Long fen) {
        return fen == null ? null : formats.concise(BigDecimal.valueOf(fen, 2), Measure.CNY_WAN);
    }

    @Nullable
    String persons(@Nullable Long persons) {
        return persons == null ? null : formats.concise(BigDecimal.valueOf(persons), Measure.PERSONS);
    }
}
