package fledge.counting.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.counting.CountedFact;
import fledge.counting.CountingService;
import fledge.counting.FactName;
import fledge.counting.Tally;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.TargetView;
import fledge.programme.rules.Operator;
import fledge.ui.ComparedRows;
import fledge.ui.Formats;
import fledge.ui.Slice;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counted indicators laid out: the list, and one with its years, its names and what was reported. */
@Component
class CountingPages {

    /** Of the newest, more than three years of ten districts. */
    private static final int MOST_REPORTED = 120;

    private final CountingService counting;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final ComparedRows rows;
    private final Formats formats;

    CountingPages(
            CountingService counting,
            ProgrammeService programmes,
            UnitService units,
            ComparedRows rows,
            Formats formats) {
        this.counting = counting;
        this.programmes = programmes;
        this.units = units;
        this.rows = rows;
        this.formats = formats;
    }

    /** A line of a select. */
    record Option(String value, String label) {}

    record ListPage(List<Line> counted, boolean mayChoose, List<Option> indicators, List<Option> facts) {}

    record Line(
            UUID id,
            String indicator,
            String programme,
            String fact,
            @Nullable String target,
            String total) {}

    record ShowPage(
            UUID id,
            UUID indicatorId,
            String indicator,
            String programme,
            String fact,
            String days,
            @Nullable String target,
            String total,
            List<Year> years,
            @Nullable String year,
            boolean ofBases,
            Slice<Named> names,
            List<Reported> reported,
            boolean mayChoose) {}

    /** {@code current} where the names of this year are shown. */
    record Year(
            int year,
            @Nullable String target,
            @Nullable String counted,
            @Nullable String accumulated,
            @Nullable String href,
            boolean current) {}

    record Named(
            String name, @Nullable String href, @Nullable String unit, String day, String evidence) {}

    record Reported(
            String period,
            String unit,
            ComparedRows.Row row,
            @Nullable String href) {}

    @Transactional(readOnly = true)
    ListPage list() {
        boolean mayChoose = Actor.current().may(Right.SOURCE_RECORD);
        List<CountingService.Counted> counted = counting.counted();
        Map<UUID, Tally> tallies = counting.tallies(counted);
        Map<UUID, ProgrammeView> byId =
                programmes.programmes().stream().collect(Collectors.toMap(ProgrammeView::id, Function.identity()));
        return new ListPage(
                counted.stream()
                        .map(one -> new Line(
                                one.id(),
                                one.indicator().name(formats.locale()),
                                Objects.requireNonNull(byId.get(one.indicator().programmeId()))
                                        .name(formats.locale()),
                                formats.text(one.fact()),
                                target(one.indicator().finalTarget().orElse(null), one.indicator()),
                                number(
                                        Objects.requireNonNull(tallies.get(one.id()))
                                                .total(),
                                        one.indicator())))
                        .toList(),
                mayChoose,
                mayChoose ? indicators(byId) : List.of(),
                Arrays.stream(CountedFact.values())
                        .map(fact -> new Option(fact.name(), formats.text(fact)))
                        .toList());
    }

    private List<Option> indicators(Map<UUID, ProgrammeView> byId) {
        return counting.candidates().stream()
                .map(one -> new Option(
                        one.id().toString(),
                        formats.text(
                                "counting.indicator-of",
                                one.name(formats.locale()),
                                Objects.requireNonNull(byId.get(one.programmeId()))
                                        .name(formats.locale()))))
                .toList();
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id, @Nullable String year, Slice.Request asked) {
        CountingService.Counted one = counting.one(id);
        IndicatorView indicator = one.indicator();
        Tally tally = Objects.requireNonNull(counting.tallies(List.of(one)).get(id));
        Integer chosen = IntStream.rangeClosed(
                        tally.from().getYear(), tally.to().getYear())
                .boxed()
                .filter(of -> of.toString().equals(year))
                .findFirst()
                .orElse(null);
        return new ShowPage(
                id,
                indicator.id(),
                indicator.name(formats.locale()),
                programmes.programme(indicator.programmeId()).name(formats.locale()),
                formats.text(one.fact()),
                days(tally),
                target(indicator.finalTarget().orElse(null), indicator),
                number(tally.total(), indicator),
                years(one, tally, chosen),
                chosen == null ? null : chosen.toString(),
                one.fact().isOfBases(),
                Slice.of(
                        chosen == null ? tally.total() : tally.inYear(chosen),
                        (from, rows) -> named(one, counting.names(one, tally, chosen, from, rows)),
                        asked,
                        "/counted-indicators/" + id,
                        chosen == null ? Map.of() : Map.of("year", chosen.toString())),
                reported(one, tally),
                Actor.current().may(Right.SOURCE_RECORD));
    }

    /** Those that are still to come have a target, and no number. */
    private List<Year> years(CountingService.Counted one, Tally tally, @Nullable Integer chosen) {
        Integer end = one.indicator().endYear();
        int last = end == null ? tally.to().getYear() : end;
        return IntStream.rangeClosed(tally.from().getYear(), last)
                .mapToObj(year -> new Year(
                        year,
                        one.indicator().targets().stream()
                                .filter(target -> Integer.valueOf(year).equals(target.year()))
                                .findFirst()
                                .map(target -> target(target, one.indicator()))
                                .orElse(null),
                        year > tally.to().getYear() ? null : number(tally.inYear(year), one.indicator()),
                        year > tally.to().getYear() ? null : number(tally.upTo(year), one.indicator()),
                        year > tally.to().getYear() ? null : "/counted-indicators/" + one.id() + "?year=" + year,
                        Integer.valueOf(year).equals(chosen)))
                .toList();
    }

    private List<Named> named(CountingService.Counted one, List<FactName> names) {
        Map<UUID, UnitView> byId = units.byId();
        boolean ofBases = one.fact().isOfBases();
        boolean opens = Actor.current().may(ofBases ? Right.BASE_READ : Right.ENTERPRISE_READ);
        return names.stream()
                .map(found -> new Named(
                        english() && !found.nameEn().isEmpty() ? found.nameEn() : found.nameZh(),
                        opens ? (ofBases ? "/bases/" : "/enterprises/") + found.objectId() : null,
                        found.unitId() == null ? null : name(byId, found.unitId()),
                        found.day().toString(),
                        found.evidence()))
                .toList();
    }

    private boolean english() {
        return Locale.ENGLISH.getLanguage().equals(formats.locale().getLanguage());
    }

    private List<Reported> reported(CountingService.Counted one, Tally tally) {
        Map<UUID, UnitView> byId = units.byId();
        return counting.reported(one, tally).stream()
                .limit(MOST_REPORTED)
                .map(told -> new Reported(
                        formats.period(told.period()),
                        name(byId, told.unitId()),
                        rows.row(
                                one.indicator().name(formats.locale()),
                                one.fact(),
                                one.indicator().valueMeasure(),
                                told.value(),
                                told.facts() == null ? null : BigDecimal.valueOf(told.facts())),
                        Actor.current().may(Right.RETURN_READ, told.unitId()) ? "/returns/" + told.returnId() : null))
                .toList();
    }

    private String name(Map<UUID, UnitView> byId, UUID unit) {
        return Objects.requireNonNull(byId.get(unit)).name(formats.locale());
    }

    private String days(Tally tally) {
        return formats.text("counting.days", tally.from().toString(), tally.to().toString());
    }

    private String number(int facts, IndicatorView indicator) {
        return formats.concise(BigDecimal.valueOf(facts), indicator.valueMeasure())
                + formats.measure(indicator.valueMeasure());
    }

    private @Nullable String target(@Nullable TargetView target, IndicatorView indicator) {
        if (target == null || target.value() == null || target.operator() == Operator.QUALITATIVE) {
            return null;
        }
        return formats.text(
                "programme.target.operator." + target.operator(),
                withMeasure(target.value(), indicator),
                Objects.requireNonNullElse(formats.concise(target.value(), indicator.measure()), ""),
                withMeasure(target.upper(), indicator));
    }

    private String withMeasure(@Nullable BigDecimal value, IndicatorView indicator) {
        String number = formats.concise(value, indicator.measure());
        return number == null ? "" : number + formats.measure(indicator.measure());
    }
}
