package fledge.counting;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Period;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.EntryService;
import fledge.monitoring.IndicatorHistory;
import fledge.monitoring.Offer;
import fledge.monitoring.ProgressService;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnSheet;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.tenancy.CityMemory;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts in the registers what indicators count. A reported figure stays what its unit signed: the registers' number stands
 * beside it with its names, and into a return that is being written it goes only at the press of a button, and only into empty
 * cells.
 */
@Service
public class CountingService {

    /** Of a programme without years. */
    private static final int YEARS_BACK = 2;

    private final CountedIndicatorRepository counted;
    private final RegisterCounts registers;
    private final ProgrammeService programmes;
    private final ProgressService progress;
    private final ReturnService returns;
    private final EntryService entries;
    private final UnitService units;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    /** Asked by every return that is filled in, and hardly ever another. */
    private final CityMemory<String, Map<UUID, Chosen>> remembered = CityMemory.ofChanging(Duration.ofSeconds(15));

    CountingService(
            CountedIndicatorRepository counted,
            RegisterCounts registers,
            ProgrammeService programmes,
            ProgressService progress,
            ReturnService returns,
            EntryService entries,
            UnitService units,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.counted = counted;
        this.registers = registers;
        this.programmes = programmes;
        this.progress = progress;
        this.returns = returns;
        this.entries = entries;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    private record Chosen(UUID id, CountedFact fact) {}

    /** An indicator with what it counts. */
    public record Counted(UUID id, IndicatorView indicator, CountedFact fact) {}

    /** What a unit reported of a period; {@code facts} is absent where nobody knows which of them are the unit's. */
    public record Reported(
            UUID unitId,
            Period period,
            BigDecimal value,
            @Nullable Integer facts,
            UUID returnId) {}

    /** Those counted, in the order they were chosen. */
    @Transactional(readOnly = true)
    public List<Counted> counted() {
        Actor.current().require(Right.PROGRESS_READ);
        List<CountedIndicator> all = counted.findAllByOrderById();
        Map<UUID, IndicatorView> byId = indicators().collect(Collectors.toMap(IndicatorView::id, Function.identity()));
        return all.stream()
                .map(one -> new Counted(one.id(), Objects.requireNonNull(byId.get(one.indicatorId())), one.fact()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Counted one(UUID id) {
        Actor.current().require(Right.PROGRESS_READ);
        CountedIndicator found = counted.findById(id).orElseThrow(() -> new NotFound("counted indicator " + id));
        return new Counted(id, programmes.indicator(found.indicatorId()), found.fact());
    }

    /** What an indicator that was seen before counts, if it does. */
    @Transactional(readOnly = true)
    public Optional<Counted> ofIndicator(IndicatorView seen) {
        return Optional.ofNullable(chosen().get(seen.id())).map(found -> new Counted(found.id(), seen, found.fact()));
    }

    private Map<UUID, Chosen> chosen() {
        return remembered.get(
                "all",
                () -> counted.findAllByOrderById().stream()
                        .collect(Collectors.toMap(
                                CountedIndicator::indicatorId, one -> new Chosen(one.id(), one.fact()))));
    }

    /** Indicators that may count: one number each, of households or things. */
    @Transactional(readOnly = true)
    public List<IndicatorView> candidates() {
        Actor.current().require(Right.SOURCE_RECORD);
        List<UUID> taken = counted.findAllByOrderById().stream()
                .map(CountedIndicator::indicatorId)
                .toList();
        return indicators()
                .filter(one -> one.isPlainCount() && !taken.contains(one.id()))
                .toList();
    }

    private Stream<IndicatorView> indicators() {
        return programmes.programmes().stream().flatMap(one -> programmes.indicators(one.id()).stream());
    }

    /** Says that an indicator counts a fact. */
    @Transactional
    public UUID count(UUID indicatorId, CountedFact fact) {
        Actor.current().require(Right.SOURCE_RECORD);
        IndicatorView indicator = candidates().stream()
                .filter(one -> one.id().equals(indicatorId))
                .findFirst()
                .orElseThrow(() -> new RuleRefused(Reason.on("indicator", "counting.refused.choose")));
        CountedIndicator made = counted.save(
                new CountedIndicator(indicatorId, fact, Actor.current().person(), clock.now()));
        remembered.forget();
        events.publishEvent(new IndicatorCounted(subject(made, indicator), Map.of("fact", fact.name())));
        return made.id();
    }

    /** It was chosen wrongly. No figure changes by it: the registers' number only stood beside them. */
    @Transactional
    public void end(UUID id) {
        Actor.current().require(Right.SOURCE_RECORD);
        CountedIndicator found = counted.findById(id).orElseThrow(() -> new NotFound("counted indicator " + id));
        counted.delete(found);
        remembered.forget();
        events.publishEvent(new IndicatorNoLongerCounted(
                subject(found, programmes.indicator(found.indicatorId())),
                Map.of("fact", found.fact().name())));
    }

    private static Subject subject(CountedIndicator of, IndicatorView indicator) {
        return new Subject("counted-indicator", of.id(), indicator.nameZh());
    }

    /** The facts of the programmes' years up to today, by the id of what is counted. */
    @Transactional(readOnly = true)
    public Map<UUID, Tally> tallies(List<Counted> seen) {
        Actor.current().require(Right.PROGRESS_READ);
        var tallies = new HashMap<UUID, Tally>();
        seen.stream()
                .collect(Collectors.groupingBy(one -> days(one.indicator())))
                .forEach((days, together) -> {
                    Map<CountedFact, Tally> found =
                            tallies(days, together.stream().map(Counted::fact).collect(Collectors.toSet()));
                    together.forEach(one -> tallies.put(one.id(), Objects.requireNonNull(found.get(one.fact()))));
                });
        return tallies;
    }

    private Map<CountedFact, Tally> tallies(Days days, Set<CountedFact> facts) {
        Map<CountedFact, List<FactMonth>> months =
                days.to().isBefore(days.from()) ? Map.of() : registers.months(facts, days.from(), days.to());
        return facts.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        fact -> new Tally(days.from(), days.to(), months.getOrDefault(fact, List.of()))));
    }

    /** Both included. */
    private record Days(LocalDate from, LocalDate to) {}

    private Days days(IndicatorView indicator) {
        LocalDate today = LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
        Integer start = indicator.startYear();
        Integer end = indicator.endYear();
        LocalDate last = end == null ? today : LocalDate.of(end, 12, 31);
        return new Days(LocalDate.of(start == null ? today.getYear() - YEARS_BACK : start, 1, 1), earlier(last, today));
    }

    /** Who is behind the number of a year, or of the whole tally; so many from a place on, the newest first. */
    @Transactional(readOnly = true)
    public List<FactName> names(Counted of, Tally tally, @Nullable Integer year, int offset, int rows) {
        Actor.current().require(Right.PROGRESS_READ);
        return registers.names(
                of.fact(),
                year == null ? tally.from() : later(tally.from(), LocalDate.of(year, 1, 1)),
                year == null ? tally.to() : earlier(tally.to(), LocalDate.of(year, 12, 31)),
                offset,
                rows);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** What was reported and accepted so far, the newest first, beside the facts of the same unit and period. */
    @Transactional(readOnly = true)
    public List<Reported> reported(Counted of, Tally tally) {
        Actor.current().require(Right.PROGRESS_READ);
        return progress.contributions(of.indicator().id()).stream()
                .filter(one -> one.item() == Item.VALUE && one.value() != null)
                .sorted(Comparator.comparing((IndicatorHistory.Contribution one) ->
                                one.period().start())
                        .reversed())
                .map(one -> new Reported(
                        one.unitId(),
                        one.period(),
                        Objects.requireNonNull(one.value()),
                        facts(of.indicator(), tally, one.unitId(), one.period()).orElse(null),
                        one.returnId()))
                .toList();
    }

    /** A flow is what happened in the period; a stock, everything up to its end. */
    private Optional<Integer> facts(IndicatorView indicator, Tally tally, UUID unit, Period period) {
        LocalDate first = indicator.accumulation().isFlow() ? period.start() : tally.from();
        return territory(unit, indicator).map(within -> tally.of(within, first, period.end()));
    }

    /**
     * A district reports its own; any other unit the whole city's, if it reports alone: the registers do not know how several
     * departments share them.
     */
    private Optional<Territory> territory(UUID unit, IndicatorView indicator) {
        UnitKind kind = units.unit(unit).kind();
        if (kind == UnitKind.DISTRICT || kind == UnitKind.TOWN) {
            return Optional.of(Territory.of(units.withDescendants(unit)));
        }
        return indicator.reportingUnits().equals(List.of(unit)) ? Optional.of(Territory.CITY) : Optional.empty();
    }

    /** The cells of a return that the registers know as well; whoever lays it out has read it. */
    @Transactional(readOnly = true)
    public List<Offer> offers(ReturnSheet sheet) {
        Map<UUID, Chosen> chosen = chosen();
        List<ReturnSheet.Line> known = sheet.lines().stream()
                .filter(line -> line.item() == Item.VALUE
                        && chosen.containsKey(line.indicator().id()))
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<CountedFact, Tally> tallies = tallies(
                days(known.getFirst().indicator()),
                known.stream()
                        .map(line -> Objects.requireNonNull(
                                        chosen.get(line.indicator().id()))
                                .fact())
                        .collect(Collectors.toSet()));
        return known.stream()
                .flatMap(line -> {
                    CountedFact fact = Objects.requireNonNull(
                                    chosen.get(line.indicator().id()))
                            .fact();
                    return facts(
                            line.indicator(),
                            Objects.requireNonNull(tallies.get(fact)),
                            sheet.report().unitId(),
                            sheet.report().round().period())
                            .map(found -> new Offer(line, fact, BigDecimal.valueOf(found)))
                            .stream();
                })
                .toList();
    }

    /** Writes the registers' numbers into cells of a return that are still empty, as its preparer would; returns how many. */
    @Transactional
    public int fill(UUID returnId) {
        ReturnSheet sheet = returns.dossier(returnId).sheet();
        Actor.current().require(Right.RETURN_FILL, sheet.report().unitId());
        return entries.fillEmpty(sheet, offers(sheet));
    }
}
