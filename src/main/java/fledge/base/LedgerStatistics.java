package fledge.base;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds what bases report against their ledgers. A reported figure stays what its unit signed: the ledger's number stands beside
 * it with the difference, and into a return that is being written it goes only at the press of a button, and only into empty cells.
 */
@Service
public class LedgerStatistics {

    private final LedgerComparisonRepository comparisons;
    private final BaseService bases;
    private final ResidencyLedger ledger;
    private final ProgrammeService programmes;
    private final ProgressService progress;
    private final ReturnService returns;
    private final EntryService entries;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    /** Asked by every return that is filled in, and hardly ever another. */
    private final CityMemory<String, Map<UUID, LedgerFigure>> remembered =
            CityMemory.ofChanging(Duration.ofSeconds(15));

    LedgerStatistics(
            LedgerComparisonRepository comparisons,
            BaseService bases,
            ResidencyLedger ledger,
            ProgrammeService programmes,
            ProgressService progress,
            ReturnService returns,
            EntryService entries,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.comparisons = comparisons;
        this.bases = bases;
        this.ledger = ledger;
        this.programmes = programmes;
        this.progress = progress;
        this.returns = returns;
        this.entries = entries;
        this.clock = clock;
        this.events = events;
    }

    /** An indicator with what the ledger counts of it. */
    public record Compared(UUID id, IndicatorView indicator, LedgerFigure figure) {}

    /** What a unit reported of a period beside the ledger of its base. */
    public record Reported(
            BaseView base,
            Period period,
            BigDecimal typed,
            @Nullable BigDecimal ledger,
            UUID returnId) {}

    /** The comparisons in the order they were set. */
    @Transactional(readOnly = true)
    public List<Compared> compared() {
        Actor.current().require(Right.BASE_LIST);
        return comparisons.findAllByOrderById().stream().map(this::compared).toList();
    }

    private Compared compared(LedgerComparison one) {
        return new Compared(one.id(), programmes.indicator(one.indicatorId()), one.figure());
    }

    /** Indicators that may be compared: one number each, of households, persons or things, asked of those who run bases. */
    @Transactional(readOnly = true)
    public List<IndicatorView> candidates() {
        Actor.current().require(Right.BASE_MANAGE);
        List<UUID> operators = bases.operators();
        return programmes.programmes().stream()
                .flatMap(programme -> programmes.indicators(programme.id()).stream())
                .filter(indicator -> indicator.isPlainCount()
                        && indicator.reportingUnits().stream().anyMatch(operators::contains))
                .toList();
    }

    /** Says that an indicator is what the ledger counts as well. */
    @Transactional
    public UUID compare(UUID indicatorId, LedgerFigure figure) {
        Actor.current().require(Right.BASE_MANAGE);
        IndicatorView indicator = candidates().stream()
                .filter(one -> one.id().equals(indicatorId))
                .findFirst()
                .orElseThrow(() -> new RuleRefused(InputReason.on("indicator", "base.refused.choose")));
        if (comparisons.existsByIndicatorId(indicatorId)) {
            throw new RuleRefused(Reason.on("indicator", "residency.refused.compared-already", indicator.nameZh()));
        }
        LedgerComparison made = comparisons.save(
                new LedgerComparison(indicatorId, figure, Actor.current().person(), clock.now()));
        remembered.forget();
        events.publishEvent(new LedgerCompared(
                new Subject("ledger-comparison", made.id(), indicator.nameZh()), Map.of("figure", figure.name())));
        return made.id();
    }

    /** The cells of a return that the ledger knows as well, if its unit runs exactly one base; whoever lays it out has read it. */
    @Transactional(readOnly = true)
    public List<Offer> offers(ReturnSheet sheet) {
        Map<UUID, LedgerFigure> figures = remembered.get(
                "all",
                () -> comparisons.findAllByOrderById().stream()
                        .collect(Collectors.toMap(LedgerComparison::indicatorId, LedgerComparison::figure)));
        List<ReturnSheet.Line> known = sheet.lines().stream()
                .filter(line -> line.item() == Item.VALUE
                        && figures.containsKey(line.indicator().id()))
                .toList();
        UUID base = known.isEmpty()
                ? null
                : bases.onlyBaseOf(sheet.report().unitId()).orElse(null);
        if (base == null || !Actor.current().may(Right.BASE_LIST)) {
            return List.of();
        }
        Period period = sheet.report().round().period();
        var span = new LedgerSpan(base, period.start(), period.end());
        PeriodCount count = ledger.ofSpans(List.of(span)).get(span);
        return known.stream()
                .map(line -> {
                    LedgerFigure figure =
                            Objects.requireNonNull(figures.get(line.indicator().id()));
                    return new Offer(line, figure, number(figure, count));
                })
                .toList();
    }

    private static @Nullable BigDecimal number(LedgerFigure figure, @Nullable PeriodCount count) {
        return count == null ? null : figure.of(count).map(BigDecimal::valueOf).orElse(null);
    }

    /** Writes the ledger's numbers into cells of a return that are still empty, as its preparer would; returns how many. */
    @Transactional
    public int fill(UUID returnId) {
        ReturnSheet sheet = returns.dossier(returnId).sheet();
        Actor.current().require(Right.RETURN_FILL, sheet.report().unitId());
        return entries.fillEmpty(sheet, offers(sheet));
    }

    /** A comparison with what was reported and accepted so far, the newest first, each beside the ledger of the base. */
    @Transactional(readOnly = true)
    public List<Reported> reported(Compared compared, List<BaseView> seen) {
        Actor.current().require(Right.PROGRESS_READ);
        Map<UUID, BaseView> byOperator = seen.stream()
                .filter(base -> base.entry().operatorUnitId() != null)
                .collect(Collectors.groupingBy(
                        base -> Objects.requireNonNull(base.entry().operatorUnitId())))
                .entrySet()
                .stream()
                .filter(of -> of.getValue().size() == 1)
                .collect(Collectors.toMap(Map.Entry::getKey, of -> of.getValue().getFirst()));
        List<IndicatorHistory.Contribution> told = progress
                .contributions(compared.indicator().id())
                .stream()
                .filter(one -> one.item() == Item.VALUE && one.value() != null && byOperator.containsKey(one.unitId()))
                .sorted(Comparator.comparing((IndicatorHistory.Contribution one) ->
                                one.period().start())
                        .reversed())
                .toList();
        Function<IndicatorHistory.Contribution, LedgerSpan> span = one -> new LedgerSpan(
                Objects.requireNonNull(byOperator.get(one.unitId())).id(),
                one.period().start(),
                one.period().end());
        Map<LedgerSpan, PeriodCount> counts =
                ledger.ofSpans(told.stream().map(span).distinct().toList());
        return told.stream()
                .map(one -> new Reported(
                        Objects.requireNonNull(byOperator.get(one.unitId())),
                        one.period(),
                        Objects.requireNonNull(one.value()),
                        number(compared.figure(), counts.get(span.apply(one))),
                        one.returnId()))
                .toList();
    }

    /** A comparison by its id. */
    @Transactional(readOnly = true)
    public Compared one(UUID id) {
        Actor.current().require(Right.BASE_LIST);
        return comparisons.findById(id).map(this::compared).orElseThrow(() -> new NotFound("comparison " + id));
    }
}
