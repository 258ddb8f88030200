package fledge.apportionment;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.apportionment.rules.Apportionment;
import fledge.apportionment.rules.Whole;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.SplitLaw;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decomposition workbench (分解): who carries an indicator, and how much, in a draft; the residual is never hidden. */
@Service
public class SplitService {

    private final TargetSets found;
    private final SplitRepository splits;
    private final TargetLineRepository lines;
    private final UnitBaseRepository bases;
    private final ResidualHoldingRepository holdings;
    private final SplitReader reader;
    private final UnitService units;
    private final TargetLog log;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    SplitService(
            TargetSets found,
            SplitRepository splits,
            TargetLineRepository lines,
            UnitBaseRepository bases,
            ResidualHoldingRepository holdings,
            SplitReader reader,
            UnitService units,
            TargetLog log,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.found = found;
        this.splits = splits;
        this.lines = lines;
        this.bases = bases;
        this.holdings = holdings;
        this.reader = reader;
        this.units = units;
        this.log = log;
        this.clock = clock;
        this.events = events;
    }

    /** A number to be written into a line; the version is the one the page showed. */
    public record Entry(
            UUID lineId,
            int version,
            @Nullable BigDecimal value,
            @Nullable BigDecimal denominator) {}

    /** What is typed into the grid of an indicator: its numbers, which lines are pinned, and what they are founded on. */
    public record Grid(
            UUID indicatorId,
            List<Entry> entries,
            Set<UUID> pinned,
            @Nullable String basis) {

        public Grid {
            entries = List.copyOf(entries);
            pinned = Set.copyOf(pinned);
        }
    }

    /** What became of an entry: the line as it is now, and what the split comes to; kept, unless somebody wrote it meanwhile. */
    public record Entered(SplitView split, LineView line, boolean kept) {}

    /** Chooses who carries an indicator, the leading unit first, in years or quarters; answered lines of others stay. */
    @Transactional
    public SplitView carry(
            UUID setId, UUID indicatorId, List<UUID> chosen, boolean quarterly, Map<UUID, BigDecimal> base) {
        TargetSet set = draft(setId);
        UUID person = Actor.current().person();
        SplitTerms terms = new SplitTerms(reader.indicator(set, indicatorId));
        List<UUID> carriers = new ArrayList<>(new LinkedHashSet<>(chosen));
        check(terms, carriers, base);
        Split split = splits.findBySetIdAndIndicatorId(setId, indicatorId)
                .orElseGet(() -> splits.save(new Split(setId, indicatorId, terms.law())));
        List<TargetLine> known = lines.ofSplit(setId, indicatorId);
        List<Period> periods = terms.periods(quarterly);
        Map<Place, TargetLine> byPlace = new LinkedHashMap<>();
        known.forEach(line -> byPlace.put(new Place(line.unitId(), line.period()), line));
        split.inQuarters(quarterly && terms.mayBeQuarterly());
        List<TargetLine> added = new ArrayList<>();
        for (int at = 0; at < carriers.size(); at++) {
            for (Period period : periods) {
                TargetLine line = byPlace.remove(new Place(carriers.get(at), period));
                if (line == null) {
                    added.add(
                            new TargetLine(setId, indicatorId, carriers.get(at), at + 1, period, person, clock.now()));
                } else {
                    line.place(at + 1);
                }
            }
        }
        if (byPlace.values().stream().anyMatch(line -> line.status() != TargetLineStatus.PROPOSED)) {
            throw new RuleRefused(Reason.on("units", "apportionment.refused.answeredUnit"));
        }
        lines.deleteAll(byPlace.values());
        lines.saveAll(added);
        writeBases(indicatorId, base, person);
        SplitView after = reader.one(set, indicatorId);
        events.publishEvent(new SplitChanged(
                split.id(),
                after.indicator().nameZh(),
                Map.of(
                        "units",
                        known.stream().map(TargetLine::unitId).distinct().count()),
                Map.of("units", carriers.size(), "quarterly", split.quarterly())));
        return after;
    }

    private record Place(UUID unitId, Period period) {}

    private void check(SplitTerms terms, List<UUID> carriers, Map<UUID, BigDecimal> base) {
        Set<UUID> known = units.byId().keySet();
        if (!known.containsAll(carriers) || !known.containsAll(base.keySet())) {
            throw new NotFound("a unit that is to carry a part");
        }
        if (carriers.isEmpty()) {
            throw new RuleRefused(Reason.on("units", "apportionment.refused.noUnits"));
        }
        if (terms.isNumeric() && terms.wholes().isEmpty()) {
            throw new RuleRefused(Reason.of("apportionment.refused.noTarget"));
        }
        base.forEach((unit, value) -> {
            if (value.signum() < 0) {
                throw new RuleRefused(Reason.on("base-" + unit, "apportionment.refused.negative"));
            }
        });
    }

    private void writeBases(UUID indicatorId, Map<UUID, BigDecimal> base, UUID person) {
        Map<UUID, UnitBase> known = bases.findByIndicatorIdIn(Set.of(indicatorId)).stream()
                .collect(Collectors.toMap(UnitBase::unitId, row -> row));
        base.forEach((unit, value) -> {
            UnitBase row = known.get(unit);
            if (row == null) {
                bases.save(new UnitBase(indicatorId, unit, value, person));
            } else {
                row.correct(value, person);
            }
        });
    }

    /** Leaves an indicator out of a draft, as long as nobody has answered for it. */
    @Transactional
    public void drop(UUID setId, UUID indicatorId) {
        draft(setId);
        Split split = splits.findBySetIdAndIndicatorId(setId, indicatorId)
                .orElseThrow(() -> new NotFound("split " + indicatorId));
        List<TargetLine> carried = lines.ofSplit(setId, indicatorId);
        if (carried.stream().anyMatch(line -> line.status() != TargetLineStatus.PROPOSED)) {
            throw new RuleRefused(Reason.of("apportionment.refused.answeredUnit"));
        }
        lines.deleteAll(carried);
        splits.delete(split);
        events.publishEvent(new SplitChanged(
                split.id(), Integer.toString(carried.size()), Map.of("lines", carried.size()), Map.of("lines", 0)));
    }

    /** Writes one number. */
    @Transactional
    public Entered enter(UUID lineId, UUID setId, int version, @Nullable BigDecimal number, boolean denominator) {
        TargetSet set = draft(setId);
        TargetLine line = lines.findById(lineId)
                .filter(known -> known.setId().equals(setId))
                .orElseThrow(() -> new NotFound("line " + lineId));
        SplitTerms terms = new SplitTerms(reader.indicator(set, line.indicatorId()));
        RuleRefused.ifAny(terms
                .refusal("value", number)
                .or(() -> denominator ? Optional.empty() : terms.lawRefusal("value", line.year(), number))
                .stream()
                .toList());
        boolean kept = line.version() == version;
        if (kept) {
            write(line, denominator ? line.value() : number, denominator ? number : line.denominator());
            byHand(setId, line.indicatorId());
        }
        return new Entered(reader.one(set, line.indicatorId()), line.view(), kept);
    }

    /** Writes a whole grid of numbers and pins, or nothing of it; an entry whose line was written meanwhile is refused. */
    @Transactional
    public SplitView enterAll(UUID setId, Grid typed) {
        return enterAll(setId, List.of(typed)).getFirst();
    }

    /** Writes the grids of several indicators, or nothing of them; answers in the order of the programme's indicators. */
    @Transactional
    public List<SplitView> enterAll(UUID setId, List<Grid> typed) {
        TargetSet set = draft(setId);
        Set<UUID> indicators = typed.stream().map(Grid::indicatorId).collect(Collectors.toSet());
        List<SplitView> before = reader.of(set, indicators);
        List<OpenGrid> grids = open(setId, typed, before);
        RuleRefused.ifAny(
                grids.stream().flatMap(grid -> grid.refusals().stream()).toList());
        grids.forEach(this::write);
        return changed(set, before);
    }

    private List<OpenGrid> open(UUID setId, List<Grid> typed, List<SplitView> before) {
        Map<UUID, SplitView> views = before.stream()
                .collect(Collectors.toMap(split -> split.indicator().id(), split -> split));
        Map<UUID, Split> rows = splits.findBySetIdAndIndicatorIdIn(setId, views.keySet()).stream()
                .collect(Collectors.toMap(Split::indicatorId, row -> row));
        Map<UUID, Map<UUID, TargetLine>> written = lines.ofSplits(setId, views.keySet()).stream()
                .collect(
                        Collectors.groupingBy(TargetLine::indicatorId, Collectors.toMap(TargetLine::id, line -> line)));
        return typed.stream()
                .map(grid -> new OpenGrid(
                        grid,
                        Objects.requireNonNull(rows.get(grid.indicatorId())),
                        new SplitTerms(Objects.requireNonNull(views.get(grid.indicatorId()))
                                .indicator()),
                        written.getOrDefault(grid.indicatorId(), Map.of())))
                .toList();
    }

    /** A grid beside what it is to be written into. */
    private record OpenGrid(Grid typed, Split split, SplitTerms terms, Map<UUID, TargetLine> lines) {

        TargetLine line(Entry entry) {
            TargetLine line = lines.get(entry.lineId());
            if (line == null) {
                throw new NotFound("line " + entry.lineId());
            }
            return line;
        }

        List<Reason> refusals() {
            List<Reason> reasons = new ArrayList<>();
            for (Entry entry : typed.entries()) {
                TargetLine line = line(entry);
                if (line.version() != entry.version() && !line.isWritten(entry.value(), entry.denominator())) {
                    reasons.add(Reason.on("value-" + line.id(), "apportionment.refused.writtenMeanwhile"));
                } else {
                    reasons.addAll(terms.refusals(line.view(), entry.value(), entry.denominator()));
                }
            }
            return reasons;
        }
    }

    private void write(OpenGrid grid) {
        Grid typed = grid.typed();
        typed.entries().forEach(entry -> write(grid.line(entry), entry.value(), entry.denominator()));
        grid.lines().values().forEach(line -> line.pin(typed.pinned().contains(line.id())));
        SplitMethod method = grid.split().method();
        grid.split().found(method == null ? SplitMethod.BY_HAND : method, typed.basis() == null ? "" : typed.basis());
    }

    /** Finds the numbers by a method, round the pinned ones; lines that are answered otherwise than by agreement count as pinned. */
    @Transactional
    public SplitView propose(UUID setId, UUID indicatorId, SplitMethod method, @Nullable UUID likeIndicator) {
        TargetSet set = draft(setId);
        SplitView split = reader.one(set, indicatorId);
        SplitTerms terms = new SplitTerms(split.indicator());
        List<TargetLine> all = lines.ofSplit(setId, indicatorId);
        if (all.isEmpty()) {
            throw new RuleRefused(Reason.of("apportionment.refused.noUnits"));
        }
        if (method == SplitMethod.BY_LAW) {
            byLaw(terms, all);
        } else if (terms.isSummed() && terms.isNumeric()) {
            bySum(terms, all, weights(set, split, method, likeIndicator));
        } else {
            throw new RuleRefused(Reason.of("apportionment.refused.methodDoesNotFit", method, split.law()));
        }
        splits.findBySetIdAndIndicatorId(setId, indicatorId).orElseThrow().found(method, null);
        return changed(set, List.of(split)).getFirst();
    }

    private void bySum(SplitTerms terms, List<TargetLine> all, Map<UUID, BigDecimal> weights) {
        BigDecimal step = terms.wholes().stream()
                .map(whole -> terms.step(whole.target()))
                .reduce(BigDecimal::min)
                .orElse(BigDecimal.ONE);
        Map<Integer, BigDecimal> yearly = Whole.yearly(terms.wholes(), terms.years(), step);
        boolean balance = weights.isEmpty();
        yearly.forEach((year, amount) -> {
            List<TargetLine> cells =
                    all.stream().filter(line -> line.year() == year).toList();
            List<@Nullable BigDecimal> pinned = new ArrayList<>();
            List<BigDecimal> shares = new ArrayList<>();
            for (TargetLine cell : cells) {
                pinned.add(cell.pinned() || !cell.status().isWritable() ? orZero(cell.value()) : null);
                shares.add(balance ? orZero(cell.value()) : weights.getOrDefault(cell.unitId(), BigDecimal.ZERO));
            }
            BigDecimal exact =
                    pinned.stream().filter(Objects::nonNull).map(terms::step).reduce(step, BigDecimal::min);
            List<BigDecimal> parts = Apportionment.round(amount, pinned, shares, exact);
            for (int at = 0; at < cells.size(); at++) {
                if (pinned.get(at) == null) {
                    write(cells.get(at), parts.get(at), null);
                }
            }
        });
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    /** By unit; empty means the present numbers themselves. */
    private Map<UUID, BigDecimal> weights(TargetSet set, SplitView split, SplitMethod method, @Nullable UUID like) {
        Map<UUID, BigDecimal> weights = new HashMap<>();
        switch (method) {
            case EQUAL -> split.units().forEach(unit -> weights.put(unit, BigDecimal.ONE));
            case BASE_SHARE -> weights.putAll(split.bases());
            case OTHER_SHARE -> {
                if (like == null) {
                    throw new RuleRefused(Reason.on("like", "apportionment.refused.chooseIndicator"));
                }
                SplitView other = reader.one(set, like);
                other.units().forEach(unit -> weights.put(unit, other.sumOf(unit)));
            }
            case BALANCE -> {
                return weights;
            }
            case BY_LAW, BY_HAND ->
                throw new RuleRefused(Reason.of("apportionment.refused.methodDoesNotFit", method, split.law()));
        }
        if (split.units().stream()
                .map(unit -> weights.getOrDefault(unit, BigDecimal.ZERO))
                .noneMatch(weight -> weight.signum() > 0)) {
            throw new RuleRefused(Reason.of("apportionment.refused.noWeights", method));
        }
        return weights;
    }

    /** The same for all, the whole for who carries it alone, and for a ratio the least numerator that each denominator needs. */
    private void byLaw(SplitTerms terms, List<TargetLine> all) {
        if (terms.law() == SplitLaw.ADDITIVE || terms.law() == SplitLaw.RANGE) {
            throw new RuleRefused(Reason.of("apportionment.refused.methodDoesNotFit", SplitMethod.BY_LAW, terms.law()));
        }
        for (TargetLine line : all) {
            Whole whole = terms.whole(line.year()).orElse(null);
            if (whole == null || line.pinned() || !line.status().isWritable()) {
                continue;
            }
            if (terms.law() == SplitLaw.RATIO) {
                BigDecimal denominator = line.denominator();
                if (denominator == null) {
                    throw new RuleRefused(Reason.of("apportionment.refused.noDenominators"));
                }
                write(line, leastNumerator(terms, whole, denominator), denominator);
            } else {
                write(line, whole.target(), null);
            }
        }
    }

    private static BigDecimal leastNumerator(SplitTerms terms, Whole whole, BigDecimal denominator) {
        BigDecimal needed = whole.target().multiply(denominator);
        BigDecimal exact = terms.isPercent() ? needed.movePointLeft(2) : needed;
        Measure measure = terms.measure();
        return measure.isWhole() ? exact.setScale(0, RoundingMode.CEILING) : exact.stripTrailingZeros();
    }

    private void write(TargetLine line, @Nullable BigDecimal value, @Nullable BigDecimal denominator) {
        if (line.isWritten(value, denominator)) {
            return;
        }
        if (line.status() == TargetLineStatus.AGREED) {
            line.repropose(clock.now(), null);
            log.moved(line, TargetLineAction.REPROPOSE, TargetLineStatus.AGREED, "", Map.of());
        }
        line.write(value, denominator, Actor.current().person());
    }

    private void byHand(UUID setId, UUID indicatorId) {
        splits.findBySetIdAndIndicatorId(setId, indicatorId).orElseThrow().found(SplitMethod.BY_HAND, null);
    }

    /** Both in the order of the programme's indicators. */
    private List<SplitView> changed(TargetSet set, List<SplitView> before) {
        List<SplitView> after = reader.of(
                set, before.stream().map(split -> split.indicator().id()).toList());
        for (int at = 0; at < after.size(); at++) {
            SplitView split = after.get(at);
            events.publishEvent(
                    new SplitChanged(split.id(), split.indicator().nameZh(), numbers(before.get(at)), numbers(split)));
        }
        return after;
    }

    private static Map<String, Object> numbers(SplitView split) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (LineView line : split.lines()) {
            BigDecimal value = line.value();
            if (value != null) {
                numbers.put(line.unitId() + " " + line.period().code(), value);
            }
        }
        return numbers;
    }

    /** Names the unit that is to answer for what the parts leave open; it counts once the unit has signed. */
    @Transactional
    public void nameHolder(UUID setId, UUID indicatorId, int year, @Nullable UUID unitId, String reason) {
        Actor.current().require(Right.TARGET_PLAN);
        TargetSet set = found.lock(setId);
        set.requireStatus(
                TargetSetStatus.DRAFT, TargetSetStatus.CONSULTATION, TargetSetStatus.SUBMITTED, TargetSetStatus.ISSUED);
        SplitView split = reader.one(set, indicatorId);
        Words words = new Words();
        String why = words.take("reason", reason);
        if (unitId == null || !units.byId().containsKey(unitId)) {
            words.add(Reason.on("unit", "apportionment.refused.chooseUnit"));
        }
        words.refuse();
        BigDecimal residual = split.balances().stream()
                .filter(balance -> balance.whole().year() == year && !balance.closes())
                .findFirst()
                .filter(balance -> split.law() == SplitLaw.ADDITIVE)
                .orElseThrow(() -> new RuleRefused(Reason.of("apportionment.refused.noResidual")))
                .residual();
        holdings.save(new ResidualHolding(
                setId,
                indicatorId,
                year,
                residual,
                Objects.requireNonNull(unitId),
                why,
                Actor.current().person(),
                clock.now()));
        events.publishEvent(new SplitChanged(
                indicatorId,
                split.indicator().nameZh(),
                Map.of(),
                Map.of("residual", residual, "year", year, "holder", Objects.requireNonNull(unitId), "reason", why)));
    }

    private TargetSet draft(UUID setId) {
        Actor.current().require(Right.TARGET_PLAN);
        TargetSet set = found.lock(setId);
        set.requireStatus(TargetSetStatus.DRAFT);
        return set;
    }
}
