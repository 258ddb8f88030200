package fledge.programme;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Apportionment;
import fledge.tenancy.PortalClock;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Splits additive targets among units and years (分解): drafted by one person, issued by another, and only when the parts add
 * up exactly. Where years add up, a target is met by all parts up to its year, else by the parts of its year alone. A target
 * in percent of a base is split as the amount it stands for.
 */
@Service
public class ApportionmentService {

    private final AllocationPlanRepository plans;
    private final AllocationRepository allocations;
    private final IndicatorCatalogue catalogue;
    private final UnitService unitService;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ApportionmentService(
            AllocationPlanRepository plans,
            AllocationRepository allocations,
            IndicatorCatalogue catalogue,
            UnitService unitService,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.allocations = allocations;
        this.catalogue = catalogue;
        this.unitService = unitService;
        this.clock = clock;
        this.events = events;
    }

    /** What must be met, and how far a split has come; a split nobody began has no parts. */
    @Transactional(readOnly = true)
    public AllocationView split(UUID indicatorId) {
        return view(catalogue.one(indicatorId));
    }

    /** Writes the draft as given; the version is the one the form showed, 0 where there was no draft. */
    @Transactional
    public AllocationView draft(UUID indicatorId, int version, List<UUID> units, List<AllocationView.Part> parts) {
        var indicator = splittable(indicatorId);
        UUID person = Actor.current().person();
        AllocationView before = view(indicator);
        check(indicator, before, units, parts);
        AllocationPlan plan = plans.findByIndicatorId(indicatorId).orElse(null);
        if (before.version() != version) {
            throw new ObjectOptimisticLockingFailureException(AllocationPlan.class, indicatorId);
        }
        if (plan == null) {
            plan = plans.save(new AllocationPlan(indicatorId, person, clock.now()));
        } else {
            plan.draft(person, clock.now());
        }
        write(plan, before.years(), new ArrayList<>(new LinkedHashSet<>(units)), parts, person);
        AllocationView after = view(indicator);
        events.publishEvent(new TargetsDrafted(indicatorId, indicator.nameZh(), fields(before), fields(after)));
        return after;
    }

    /** Drafts parts that differ by one step at most. */
    @Transactional
    public AllocationView draftEqually(UUID indicatorId, int version, List<UUID> units) {
        Map<UUID, BigDecimal> weights = new LinkedHashMap<>();
        units.forEach(unit -> weights.put(unit, BigDecimal.ONE));
        return draftByWeights(indicatorId, version, weights);
    }

    /** Drafts parts in proportion to the weights, what is left over going to the largest remainders; order is the map's. */
    @Transactional
    public AllocationView draftByWeights(UUID indicatorId, int version, Map<UUID, BigDecimal> weights) {
        var indicator = splittable(indicatorId);
        AllocationView before = view(indicator);
        List<UUID> units = List.copyOf(weights.keySet());
        List<AllocationView.Part> parts = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO;
        int from = Integer.MIN_VALUE;
        for (AllocationView.Whole whole : before.wholes()) {
            BigDecimal amount = whole.cumulative() ? whole.target().subtract(given) : whole.target();
            BigDecimal step = step(indicator.valueMeasure(), amount);
            int first = from;
            List<Integer> years = before.years().stream()
                    .filter(year -> year <= whole.year() && (whole.cumulative() ? year > first : year == whole.year()))
                    .toList();
            List<BigDecimal> shares = Apportionment.byWeights(
                    amount, units.stream().map(weights::get).toList(), step);
            for (int at = 0; at < units.size(); at++) {
                List<BigDecimal> yearly = Apportionment.equal(shares.get(at), years.size(), step);
                for (int year = 0; year < years.size(); year++) {
                    parts.add(new AllocationView.Part(units.get(at), years.get(year), yearly.get(year)));
                }
            }
            given = whole.target();
            from = whole.year();
        }
        return draft(indicatorId, version, units, parts);
    }

    /** Issues the split for good: by another person than who drafted it, and only when it adds up exactly. */
    @Transactional
    public AllocationView issue(UUID indicatorId, int version, String documentNo) {
        var indicator = splittable(indicatorId);
        UUID person = Actor.current().person();
        AllocationPlan plan = plans.findByIndicatorId(indicatorId)
                .orElseThrow(() -> new RuleRefused(Reason.of("programme.apportionment.nothingDrafted")));
        if (plan.version() != version) {
            throw new ObjectOptimisticLockingFailureException(AllocationPlan.class, indicatorId);
        }
        if (!catalogue.load(indicatorId).programme().isPublished()) {
            throw new RuleRefused(Reason.of("programme.apportionment.programmeNotPublished"));
        }
        new Checks("programme.apportionment")
                .required("documentNo", documentNo, Checks.NAME)
                .refuse();
        AllocationView split = view(indicator);
        RuleRefused.ifAny(refusals(indicator, split));
        if (allocations.ofPlan(plan.id()).stream()
                .anyMatch(part -> part.enteredBy().equals(person))) {
            throw new RuleRefused(Reason.of("programme.apportionment.samePerson"));
        }
        plan.issue(documentNo, person, clock.now());
        AllocationView issued = view(indicator);
        events.publishEvent(new TargetsApportioned(indicatorId, indicator.nameZh(), fields(issued)));
        return issued;
    }

    private IndicatorView splittable(UUID indicatorId) {
        var indicator = catalogue.one(indicatorId);
        if (!indicator.isAdditive() || indicator.comparison().isGrowth()) {
            throw new RuleRefused(Reason.of("programme.apportionment.notAdditive", indicator.nameZh()));
        }
        if (wholes(indicator).isEmpty()) {
            throw new RuleRefused(Reason.of("programme.apportionment.noTarget", indicator.nameZh()));
        }
        return indicator;
    }

    private AllocationView view(IndicatorView indicator) {
        AllocationPlan plan = plans.findByIndicatorId(indicator.id()).orElse(null);
        List<Allocation> parts = plan == null ? List.of() : allocations.ofPlan(plan.id());
        List<AllocationView.Whole> wholes = indicator.isAdditive() ? wholes(indicator) : List.of();
        return new AllocationView(
                indicator.id(),
                plan == null ? null : plan.id(),
                plan == null ? 0 : plan.version(),
                plan == null ? AllocationStatus.DRAFT : plan.status(),
                plan == null ? null : plan.documentNo(),
                plan == null ? null : plan.draftedBy(),
                plan == null ? null : plan.issuedAt(),
                plan == null ? null : plan.issuedBy(),
                parts.stream().map(Allocation::unitId).distinct().toList(),
                years(indicator, wholes),
                parts.stream()
                        .map(part -> new AllocationView.Part(part.unitId(), part.year(), part.value()))
                        .toList(),
                wholes);
    }

    /** Why the split cannot be issued; with several wholes the year is named. */
    private static List<Reason> refusals(IndicatorView indicator, AllocationView split) {
        Measure measure = indicator.valueMeasure();
        List<Reason> reasons = new ArrayList<>();
        for (AllocationView.Whole whole : split.wholes()) {
            List<Reason> refused = Apportionment.refusals(
                    measure.fromBase(whole.target()),
                    split.values(whole).stream().map(measure::fromBase).toList());
            for (Reason reason : refused) {
                List<Serializable> arguments = new ArrayList<>(reason.args());
                arguments.add(Integer.toString(whole.year()));
                reasons.add(split.wholes().size() == 1 ? reason : new Reason(null, reason.key() + "InYear", arguments));
            }
        }
        return reasons;
    }

    /** Each target that has a number, in the order of years. */
    private static List<AllocationView.Whole> wholes(IndicatorView indicator) {
        boolean cumulative = isCumulative(indicator);
        TreeMap<Integer, AllocationView.Whole> wholes = new TreeMap<>();
        for (TargetView target : indicator.targets()) {
            Integer year = target.year() == null ? indicator.endYear() : target.year();
            BigDecimal amount = amount(indicator, target);
            if (year != null && amount != null) {
                wholes.put(year, new AllocationView.Whole(year, amount, cumulative));
            }
        }
        return List.copyOf(wholes.values());
    }

    private static @Nullable BigDecimal amount(IndicatorView indicator, TargetView target) {
        BigDecimal base = indicator.baseline().value();
        BigDecimal value = target.value();
        if (value == null || !indicator.comparison().dividesByBaseline()) {
            return value;
        }
        return base == null ? null : base.multiply(value).movePointLeft(2);
    }

    private static boolean isCumulative(IndicatorView indicator) {
        return indicator.accumulation() == Accumulation.FLOW
                && !indicator.comparison().isYearly();
    }

    private static List<Integer> years(IndicatorView indicator, List<AllocationView.Whole> wholes) {
        Integer start = indicator.startYear();
        Integer end = indicator.endYear();
        return isCumulative(indicator) && start != null && end != null
                ? IntStream.rangeClosed(start, end).boxed().toList()
                : wholes.stream().map(AllocationView.Whole::year).toList();
    }

    /** The smallest amount to hand out: one where nothing can be halved, else the last digit a page shows. */
    private static BigDecimal step(Measure measure, BigDecimal whole) {
        BigDecimal shown = measure.toBase(BigDecimal.ONE.movePointLeft(measure.decimals()));
        return whole.remainder(shown).signum() == 0
                ? shown
                : BigDecimal.ONE.movePointLeft(
                        Math.max(0, whole.stripTrailingZeros().scale()));
    }

    private void check(
            IndicatorView indicator, AllocationView before, List<UUID> units, List<AllocationView.Part> parts) {
        Measure measure = indicator.valueMeasure();
        List<Reason> reasons = new ArrayList<>();
        if (before.isIssued()) {
            throw new RuleRefused(Reason.of("programme.apportionment.issued"));
        }
        if (!unitService.byId().keySet().containsAll(units)) {
            throw new NotFound("a unit that is to carry a part");
        }
        if (units.isEmpty()) {
            reasons.add(Reason.on("units", "programme.apportionment.noUnits"));
        }
        for (AllocationView.Part part : parts) {
            BigDecimal value = part.value();
            if (!units.contains(part.unitId()) || !before.years().contains(part.year())) {
                throw new NotFound("no part for " + part.unitId() + " in " + part.year());
            }
            if (value != null && value.signum() < 0) {
                reasons.add(Reason.on(field(part), "programme.apportionment.negative"));
            } else if (value != null
                    && measure.isWhole()
                    && value.stripTrailingZeros().scale() > 0) {
                reasons.add(Reason.on(field(part), "programme.apportionment.notWhole", measure));
            }
        }
        RuleRefused.ifAny(reasons);
    }

    private static String field(AllocationView.Part part) {
        return "part-" + part.unitId() + "-" + part.year();
    }

    private void write(
            AllocationPlan plan, List<Integer> years, List<UUID> units, List<AllocationView.Part> parts, UUID person) {
        Map<Cell, Allocation> known = new LinkedHashMap<>();
        allocations.ofPlan(plan.id()).forEach(part -> known.put(new Cell(part.unitId(), part.year()), part));
        Map<Cell, BigDecimal> values = new HashMap<>();
        for (AllocationView.Part part : parts) {
            if (part.value() != null) {
                values.put(new Cell(part.unitId(), part.year()), part.value());
            }
        }
        int position = 0;
        for (UUID unit : units) {
            position++;
            for (int year : years) {
                Cell cell = new Cell(unit, year);
                Allocation part = known.remove(cell);
                if (part == null) {
                    allocations.save(new Allocation(plan.id(), unit, position, year, values.get(cell), person));
                } else {
                    part.set(position, values.get(cell), person);
                }
            }
        }
        allocations.deleteAll(known.values());
    }

    private static Map<String, Object> fields(AllocationView split) {
        Fields fields = Fields.of("status", split.status()).and("documentNo", split.documentNo());
        for (AllocationView.Part part : split.parts()) {
            fields.and(part.unitId() + " " + part.year(), part.value());
        }
        for (AllocationView.Whole whole : split.wholes()) {
            fields.and("sum " + whole.year(), split.sum(whole));
        }
        return fields.map();
    }

    private record Cell(UUID unitId, int year) {}
}
