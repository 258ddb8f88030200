package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Labelled;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.monitoring.DifferenceReason;
import fledge.monitoring.SourceKind;
import fledge.monitoring.SourcePairView;
import fledge.monitoring.SourceService;
import fledge.monitoring.rules.Reconciliation;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out pairs of sources. */
@Component
class SourcePages {

    /** As far back as values of another source are written down. */
    private static final int QUARTERS = 12;

    private final SourceService sources;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final PortalClock clock;
    private final Formats formats;

    SourcePages(
            SourceService sources, ProgrammeService programmes, UnitService units, PortalClock clock, Formats formats) {
        this.sources = sources;
        this.programmes = programmes;
        this.units = units;
        this.clock = clock;
        this.formats = formats;
    }

    record Choice(String value, String label) {}

    record ListPage(List<Pair> pairs, boolean mayRecord, List<Choice> indicators, List<Choice> kinds) {}

    record Pair(
            UUID id,
            String indicator,
            String kind,
            String name,
            String tolerance,
            int quarters,
            long partial,
            long open) {}

    record ShowPage(
            UUID id,
            String indicator,
            String kind,
            String name,
            String tolerance,
            String measure,
            List<Row> rows,
            List<Choice> open,
            boolean mayRecord,
            List<Choice> quarters,
            List<Choice> reasons) {}

    record Row(
            String quarter,
            @Nullable String reported,
            @Nullable String missing,
            @Nullable String other,
            @Nullable String difference,
            @Nullable String percent,
            String verdict,
            String tone,
            @Nullable String reason,
            @Nullable String explanation,
            String documentRef) {}

    @Transactional(readOnly = true)
    ListPage list() {
        boolean mayRecord = Actor.current().may(Right.SOURCE_RECORD);
        return new ListPage(
                sources.all().stream()
                        .map(pair -> new Pair(
                                pair.id(),
                                pair.indicator().name(formats.locale()),
                                formats.text(pair.kind()),
                                pair.name(),
                                tolerance(pair),
                                pair.quarters().size(),
                                pair.partial(),
                                pair.open()))
                        .toList(),
                mayRecord,
                mayRecord ? indicators() : List.of(),
                choices(SourceKind.class));
    }

    private List<Choice> indicators() {
        return programmes.running().map(programme -> programmes.indicators(programme.id())).orElse(List.of()).stream()
                .filter(indicator -> indicator.comparison().items().equals(List.of(Item.VALUE)))
                .map(indicator -> new Choice(indicator.id().toString(), indicator.name(formats.locale())))
                .toList();
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        SourcePairView pair = sources.one(id);
        Quarter last = Quarter.of(clock.now().atZone(PortalClock.ZONE).toLocalDate());
        Integer start = pair.indicator().startYear();
        Measure measure = pair.indicator().valueMeasure();
        Map<UUID, UnitView> byId = units.byId();
        return new ShowPage(
                id,
                pair.indicator().name(formats.locale()),
                formats.text(pair.kind()),
                pair.name(),
                tolerance(pair),
                formats.measure(measure),
                pair.quarters().stream().map(one -> row(one, measure, byId)).toList(),
                pair.quarters().stream()
                        .filter(SourcePairView.Comparison::isOpen)
                        .map(one -> new Choice(one.quarter().code(), formats.quarter(one.quarter())))
                        .toList(),
                Actor.current().may(Right.SOURCE_RECORD),
                IntStream.range(0, QUARTERS)
                        .mapToObj(back -> last.plus(-back))
                        .filter(quarter -> start == null || quarter.year() >= start)
                        .map(quarter -> new Choice(quarter.code(), formats.quarter(quarter)))
                        .toList(),
                choices(DifferenceReason.class));
    }

    private Row row(SourcePairView.Comparison one, Measure measure, Map<UUID, UnitView> byId) {
        Reconciliation reconciliation = one.reconciliation();
        String verdict = reconciliation == null
                ? "not-reported"
                : reconciliation.within() ? "within" : one.explained() ? "explained" : "open";
        DifferenceReason reason = one.reason();
        boolean outside = reconciliation != null && !reconciliation.within();
        return new Row(
                formats.quarter(one.quarter()),
                formats.number(one.reported(), measure),
                one.isPartial()
                        ? formats.text(
                                "monitoring.source.missing",
                                one.missing().size(),
                                one.missing().stream()
                                        .map(unit -> Objects.requireNonNull(byId.get(unit))
                                                .name(formats.locale()))
                                        .sorted()
                                        .collect(Collectors.joining(formats.text("identity.list-comma"))))
                        : null,
                formats.number(one.other(), measure),
                reconciliation == null ? null : signed(reconciliation.difference(), measure),
                reconciliation == null ? null : formats.percent(reconciliation.percent()),
                formats.text("monitoring.source.verdict." + verdict),
                switch (verdict) {
                    case "within" -> "done";
                    case "explained" -> "neutral";
                    case "open" -> "attention";
                    default -> "waiting";
                },
                outside && reason != null && one.explained() ? formats.text(reason) : null,
                outside && one.explained() ? one.explanation() : null,
                one.documentRef());
    }

    private @Nullable String signed(BigDecimal difference, Measure measure) {
        return (difference.signum() > 0 ? "+" : "") + formats.number(difference, measure);
    }

    private String tolerance(SourcePairView pair) {
        return "±" + pair.tolerancePercent().stripTrailingZeros().toPlainString() + "%";
    }

    private <E extends Enum<E> & Labelled> List<Choice> choices(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> new Choice(choice.name(), formats.text(choice)))
                .toList();
    }
}
