package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.QuarterTotal;
import fledge.monitoring.rules.Reconciliation;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.template.TemplateService;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of sources for one indicator (数据比对): what was reported beside what tax, register or statistics say; never mixed. */
@Service
public class SourceService {

    private static final int LONGEST_NAME = 200;

    private final SourcePairRepository pairs;
    private final SourceValueRepository values;
    private final Figures figures;
    private final ProgrammeService programmes;
    private final TemplateService templates;
    private final ReturnRepository returns;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    SourceService(
            SourcePairRepository pairs,
            SourceValueRepository values,
            Figures figures,
            ProgrammeService programmes,
            TemplateService templates,
            ReturnRepository returns,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.pairs = pairs;
        this.values = values;
        this.figures = figures;
        this.programmes = programmes;
        this.templates = templates;
        this.returns = returns;
        this.clock = clock;
        this.events = events;
    }

    /** Sets another source beside an indicator. */
    @Transactional
    public UUID pair(UUID indicatorId, SourceKind kind, String name, @Nullable BigDecimal tolerancePercent) {
        Actor.current().require(Right.SOURCE_RECORD);
        IndicatorView indicator = programmes.indicator(indicatorId);
        String named = name.strip();
        var reasons = new ArrayList<Reason>();
        if (!indicator.comparison().items().equals(List.of(Item.VALUE))) {
            reasons.add(Reason.of("monitoring.refused.source-needs-number"));
        }
        if (named.isEmpty() || named.length() > LONGEST_NAME) {
            reasons.add(Reason.on("name", "monitoring.refused.source-name", LONGEST_NAME));
        } else if (pairs.existsByIndicatorIdAndKindAndName(indicatorId, kind, named)) {
            reasons.add(Reason.on("name", "monitoring.refused.source-exists"));
        }
        if (tolerancePercent == null
                || tolerancePercent.signum() < 0
                || tolerancePercent.compareTo(BigDecimal.valueOf(100)) > 0) {
            reasons.add(Reason.on("tolerance", "monitoring.refused.tolerance"));
        }
        RuleRefused.ifAny(reasons);
        BigDecimal tolerance = Objects.requireNonNull(tolerancePercent);
        SourcePair pair = pairs.save(new SourcePair(
                indicator.programmeId(),
                indicatorId,
                kind,
                named,
                tolerance,
                Actor.current().person()));
        events.publishEvent(new SourceRecorded(
                pair.id(),
                label(indicator, pair),
                "PAIR",
                Map.of(),
                Map.of("kind", kind.name(), "tolerancePercent", tolerance.toPlainString()),
                null));
        return pair.id();
    }

    /** Writes down what the other source says of a quarter; a correction replaces it and stands in the trail. */
    @Transactional
    public void record(UUID pairId, @Nullable Quarter quarter, @Nullable BigDecimal value, String documentRef) {
        Actor.current().require(Right.SOURCE_RECORD);
        SourcePair pair = load(pairId);
        IndicatorView indicator = programmes.indicator(pair.indicatorId());
        String reference = documentRef.strip();
        var reasons = new ArrayList<Reason>();
        Quarter today = Quarter.of(clock.now().atZone(PortalClock.ZONE).toLocalDate());
        Integer start = indicator.startYear();
        if (quarter == null || quarter.compareTo(today) > 0 || (start != null && quarter.year() < start)) {
            reasons.add(Reason.on("quarter", "monitoring.refused.choose-quarter"));
        }
        if (value == null) {
            reasons.add(Reason.on("value", "monitoring.refused.source-value"));
        }
        if (reference.isEmpty() || reference.length() > LONGEST_NAME) {
            reasons.add(Reason.on("documentRef", "monitoring.refused.source-document", LONGEST_NAME));
        }
        RuleRefused.ifAny(reasons);
        Quarter of = Objects.requireNonNull(quarter);
        BigDecimal said = Objects.requireNonNull(value);
        UUID person = Actor.current().person();
        SourceValue known = values.findByPairIdAndPeriod(pairId, of.index()).orElse(null);
        Map<String, String> before = known == null
                ? Map.of()
                : Map.of("value", known.value().toPlainString(), "documentRef", known.documentRef());
        if (known == null) {
            values.save(new SourceValue(pairId, of, said, reference, person, clock.now()));
        } else {
            known.record(said, reference, person, clock.now());
        }
        events.publishEvent(new SourceRecorded(
                pairId,
                label(indicator, pair) + " " + of.code(),
                "RECORD",
                before,
                Map.of("value", said.toPlainString(), "documentRef", reference),
                null));
    }

    /** Says why the two differ in a quarter; a difference that is another one later has to be explained anew. */
    @Transactional
    public void explain(UUID pairId, Quarter quarter, @Nullable DifferenceReason code, String text) {
        Actor.current().require(Right.SOURCE_RECORD);
        SourcePair pair = load(pairId);
        SourceValue value = values.findByPairIdAndPeriod(pairId, quarter.index())
                .orElseThrow(() -> new NotFound("source value " + pairId + " " + quarter));
        SourcePairView view = view(pair);
        SourcePairView.Comparison compared = view.quarters().stream()
                .filter(one -> one.quarter().equals(quarter))
                .findFirst()
                .orElseThrow();
        Reconciliation reconciliation = compared.reconciliation();
        BigDecimal reported = compared.reported();
        if (reconciliation == null || reported == null || reconciliation.within()) {
            throw new RuleRefused(Reason.of("monitoring.refused.nothing-to-explain"));
        }
        if (code == null) {
            throw new RuleRefused(Reason.on("code", "monitoring.refused.choose-difference"));
        }
        String explanation = ReasonText.required("text", text);
        value.explain(code, explanation, reported, Actor.current().person(), clock.now());
        events.publishEvent(new SourceRecorded(
                pairId,
                label(view.indicator(), pair) + " " + quarter.code(),
                "EXPLAIN",
                Map.of(),
                Map.of(
                        "reasonCode",
                        code.name(),
                        "difference",
                        reconciliation.difference().toPlainString()),
                explanation));
    }

    @Transactional(readOnly = true)
    public List<SourcePairView> all() {
        List<SourcePair> known = pairs.findAllByOrderByName();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<SourceValue>> said =
                values.findAllByOrderByPeriodDesc().stream().collect(Collectors.groupingBy(SourceValue::pairId));
        Map<UUID, IndicatorView> indicators = new HashMap<>();
        Map<UUID, List<QuarterTotal>> totals = new HashMap<>();
        Map<UUID, Demand> demands = new HashMap<>();
        known.stream().map(SourcePair::programmeId).distinct().forEach(programme -> {
            programmes.indicators(programme).forEach(indicator -> indicators.put(indicator.id(), indicator));
            totals.putAll(figures.totals(programme));
            demands.put(programme, demand(programme));
        });
        Map<UUID, Map<Period, Set<UUID>>> reporters =
                figures.reporters(known.stream().map(SourcePair::indicatorId).collect(Collectors.toSet()));
        return known.stream()
                .map(pair -> {
                    IndicatorView indicator = Objects.requireNonNull(indicators.get(pair.indicatorId()));
                    return view(
                            pair,
                            said.getOrDefault(pair.id(), List.of()),
                            totals.getOrDefault(pair.indicatorId(), List.of()),
                            Objects.requireNonNull(demands.get(pair.programmeId()))
                                    .of(indicator),
                            reporters.getOrDefault(pair.indicatorId(), Map.of()));
                })
                .toList();
    }

    private Demand demand(UUID programmeId) {
        return new Demand(templates.plan(programmeId), returns.waived(programmeId));
    }

    @Transactional(readOnly = true)
    public SourcePairView one(UUID pairId) {
        return view(load(pairId));
    }

    private SourcePairView view(SourcePair pair) {
        UUID indicatorId = pair.indicatorId();
        return view(
                pair,
                values.findByPairIdOrderByPeriodDesc(pair.id()),
                figures.totals(pair.programmeId()).getOrDefault(indicatorId, List.of()),
                demand(pair.programmeId()).of(programmes.indicator(indicatorId)),
                figures.reporters(Set.of(indicatorId)).getOrDefault(indicatorId, Map.of()));
    }

    private static SourcePairView view(
            SourcePair pair,
            List<SourceValue> said,
            List<QuarterTotal> totals,
            Demand.OfIndicator demand,
            Map<Period, Set<UUID>> reporters) {
        Map<Quarter, BigDecimal> reported = totals.stream()
                .filter(total -> total.item() == Item.VALUE)
                .collect(Collectors.toMap(QuarterTotal::quarter, QuarterTotal::value));
        return new SourcePairView(
                pair.id(),
                demand.indicator(),
                pair.kind(),
                pair.name(),
                pair.tolerancePercent(),
                said.stream()
                        .map(value -> compared(
                                pair, value, reported.get(value.quarter()), demand.missing(value.quarter(), reporters)))
                        .toList());
    }

    private static SourcePairView.Comparison compared(
            SourcePair pair, SourceValue value, @Nullable BigDecimal reported, List<UUID> missing) {
        boolean explained = reported != null && value.explains(reported);
        return new SourcePairView.Comparison(
                value.quarter(),
                reported,
                missing,
                value.value(),
                value.documentRef(),
                value.recordedAt(),
                reported == null ? null : Reconciliation.of(reported, value.value(), pair.tolerancePercent()),
                explained,
                value.reasonCode(),
                value.explanation());
    }

    private SourcePair load(UUID pairId) {
        return pairs.findById(pairId).orElseThrow(() -> new NotFound("source pair " + pairId));
    }

    private static String label(IndicatorView indicator, SourcePair pair) {
        return indicator.nameZh() + " / " + pair.name();
    }
}
