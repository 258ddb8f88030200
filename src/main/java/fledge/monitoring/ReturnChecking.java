package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.Period;
import fledge.monitoring.Figures.Figure;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.CheckedLine;
import fledge.monitoring.rules.Finding;
import fledge.monitoring.rules.OwnHistory;
import fledge.monitoring.rules.ReturnChecks;
import fledge.monitoring.rules.RobustStatistics;
import fledge.monitoring.rules.RuleTerms;
import fledge.monitoring.rules.Spread;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.template.TemplateService;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a return's cells beside what was reported before, and runs the checks over them. */
@Component
class ReturnChecking {

    private final ReturnLineRepository lines;
    private final Figures figures;
    private final RulesInForce rules;
    private final ProgrammeService programmes;
    private final TemplateService templates;
    private final PortalClock clock;

    ReturnChecking(
            ReturnLineRepository lines,
            Figures figures,
            RulesInForce rules,
            ProgrammeService programmes,
            TemplateService templates,
            PortalClock clock) {
        this.lines = lines;
        this.figures = figures;
        this.rules = rules;
        this.programmes = programmes;
        this.templates = templates;
        this.clock = clock;
    }

    List<ReturnSheet.Line> cells(ReturnWithRound of) {
        Return report = of.report();
        Period period = of.round().period();
        List<ReturnLine> all = lines.findByReturnIdOrderByPosition(report.id());
        Map<UUID, IndicatorView> indicators = indicators(of);
        var past = UnitPast.of(
                period, step(of), figures.ofUnit(of.round().programmeId(), report.unitId(), periods(of, false)));
        boolean writable = report.status().isWritable()
                && of.acceptsEntry(clock.now())
                && Actor.current().may(Right.RETURN_FILL, report.unitId());
        Reopening reopening = report.reopening();
        boolean onlyMarked = report.correctUntil() != null && all.stream().anyMatch(ReturnLine::toCorrect);
        return all.stream()
                .map(line -> cell(
                        line,
                        indicator(indicators, line),
                        writable
                                && (reopening == null || reopening.lines().contains(line.id()))
                                && (!onlyMarked || line.toCorrect()),
                        past))
                .toList();
    }

    private static ReturnSheet.Line cell(ReturnLine line, IndicatorView indicator, boolean editable, UnitPast past) {
        Figure previous = past.last(line.indicatorId(), line.item());
        return new ReturnSheet.Line(
                line.id(),
                line.valueEdition(),
                line.noteEdition(),
                indicator,
                line.item(),
                line.content(),
                editable,
                line.toCorrect(),
                line.standing(),
                line.finalExpected(),
                line.enteredBy(),
                line.enteredAt(),
                past.askedBefore(line.indicatorId()),
                past.previous(line.indicatorId(), line.item()),
                previous == null ? null : previous.wording(),
                past.lastYear(line.indicatorId(), line.item()));
    }

    /** What all checks find in the whole return. */
    List<Finding> findings(ReturnWithRound of) {
        return findings(of, rules.of(of.round().programmeId(), of.round().period()));
    }

    /** The same, but for what depends on the figures of other units. */
    List<Finding> findingsWithoutPeers(ReturnWithRound of) {
        return findings(
                of,
                RulesInForce.withoutPeers(
                        rules.of(of.round().programmeId(), of.round().period())));
    }

    /** What all checks would find if the cells held this. */
    List<Finding> findingsIf(ReturnWithRound of, Collection<ReturnSheet.Line> cells) {
        return findings(
                of,
                rules.of(of.round().programmeId(), of.round().period()),
                cells.stream()
                        .map(cell -> new Cell(cell.indicator(), cell.item(), cell.content()))
                        .toList());
    }

    private List<Finding> findings(ReturnWithRound of, List<RuleTerms> judging) {
        Map<UUID, IndicatorView> indicators = indicators(of);
        return findings(
                of,
                judging,
                lines.findByReturnIdOrderByPosition(of.report().id()).stream()
                        .map(line -> new Cell(indicator(indicators, line), line.item(), line.content()))
                        .toList());
    }

    /** What is checked: a figure of an indicator, held by a return or only supposed. */
    private record Cell(IndicatorView indicator, Item item, LineContent content) {}

    private List<Finding> findings(ReturnWithRound of, List<RuleTerms> judging, List<Cell> cells) {
        UUID programmeId = of.round().programmeId();
        UUID unitId = of.report().unitId();
        Period period = of.round().period();
        var past = UnitPast.of(
                period, step(of), figures.ofUnit(programmeId, unitId, periods(of, RulesInForce.lookBack(judging))));
        Set<UUID> indicators = cells.stream().map(cell -> cell.indicator().id()).collect(Collectors.toSet());
        Map<UnitPast.Cell, Spread> peers =
                growthOf(figures.ofOthers(programmeId, unitId, period, comparedWithPeers(judging, indicators)));
        List<CheckedLine> checked = cells.stream()
                .map(cell -> CheckedLines.of(
                        cell.indicator(),
                        cell.item(),
                        cell.content(),
                        past,
                        peers.get(new UnitPast.Cell(cell.indicator().id(), cell.item()))))
                .toList();
        return ReturnChecks.check(checked, judging);
    }

    /** A cell that was written, with its past as far as it is comparable, and what the checks that concern it say. */
    record Written(
            ReturnLine line,
            IndicatorView indicator,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal lastYear,
            List<Finding> findings) {}

    /**
     * Checks single cells while they are being written: only their own past is read, and only rules that judge or name them are
     * asked. What compares with other units waits for the check of the whole return.
     */
    List<Written> written(ReturnWithRound of, Collection<ReturnLine> all, Collection<ReturnLine> written) {
        Period period = of.round().period();
        List<RuleTerms> judging = RulesInForce.withoutPeers(rules.of(of.round().programmeId(), period));
        Map<UUID, IndicatorView> indicators = indicators(of);
        Set<UUID> concerned = written.stream().map(ReturnLine::indicatorId).collect(Collectors.toSet());
        var past = UnitPast.of(
                period,
                step(of),
                figures.ofUnit(
                        of.round().programmeId(),
                        of.report().unitId(),
                        periods(of, RulesInForce.lookBack(judging)),
                        concerned));
        List<CheckedLine> checked = all.stream()
                .map(line -> CheckedLines.of(indicator(indicators, line), line.item(), line.content(), past, null))
                .toList();
        return written.stream()
                .map(line -> {
                    IndicatorView indicator = indicator(indicators, line);
                    UUID id = line.indicatorId();
                    return new Written(
                            line,
                            indicator,
                            indicator.isOneBasis(past.askedBefore(id), period) ? past.previous(id, line.item()) : null,
                            indicator.isOneBasis(period.minusYears(1), period) ? past.lastYear(id, line.item()) : null,
                            ReturnChecks.concerning(cell -> isOf(cell, line), checked, judging));
                })
                .toList();
    }

    private static boolean isOf(CheckedLine cell, ReturnLine line) {
        return cell.item() == line.item()
                && cell.indicator().equals(line.indicatorId().toString());
    }

    private ToIntFunction<UUID> step(ReturnWithRound of) {
        UUID templateId = of.round().templateId();
        return templateId == null ? indicator -> 1 : templates.form(templateId)::stepOf;
    }

    /** The periods that cells are compared with: the last time they were asked, a year ago, and all of late if a rule looks back. */
    private Collection<Period> periods(ReturnWithRound of, boolean lookBack) {
        Period now = of.round().period();
        UUID templateId = of.round().templateId();
        Set<Period> periods = new HashSet<>(List.of(now.plus(-1), now.minusYears(1)));
        if (templateId != null) {
            templates.form(templateId).steps().forEach(step -> periods.add(now.plus(-step)));
        }
        if (lookBack) {
            IntStream.rangeClosed(1, OwnHistory.PERIODS).forEach(back -> periods.add(now.plus(-back)));
        }
        return periods;
    }

    /** The indicators that a rule compares among units. */
    private static Set<UUID> comparedWithPeers(List<RuleTerms> judging, Set<UUID> all) {
        Set<UUID> compared = new HashSet<>();
        for (RuleTerms rule : judging) {
            if (rule.kind() == CheckRule.UNUSUAL_AMONG_PEERS) {
                RuleTerms.Operand subject = rule.subject();
                if (subject == null) {
                    return all;
                }
                compared.add(UUID.fromString(subject.indicator()));
            }
        }
        return compared;
    }

    private static Map<UnitPast.Cell, Spread> growthOf(List<Figures.Pair> others) {
        Map<UnitPast.Cell, List<BigDecimal>> growth = new HashMap<>();
        for (Figures.Pair pair : others) {
            RobustStatistics.growth(pair.value(), pair.before())
                    .ifPresent(percent -> growth.computeIfAbsent(
                                    new UnitPast.Cell(pair.indicatorId(), pair.item()), cell -> new ArrayList<>())
                            .add(percent));
        }
        Map<UnitPast.Cell, Spread> spreads = new HashMap<>();
        growth.forEach(
                (cell, percents) -> RobustStatistics.spread(percents).ifPresent(spread -> spreads.put(cell, spread)));
        return spreads;
    }

    private Map<UUID, IndicatorView> indicators(ReturnWithRound of) {
        return programmes.indicators(of.round().programmeId()).stream()
                .collect(Collectors.toMap(IndicatorView::id, Function.identity()));
    }

    private static IndicatorView indicator(Map<UUID, IndicatorView> indicators, ReturnLine line) {
        IndicatorView indicator = indicators.get(line.indicatorId());
        if (indicator == null) {
            throw new IllegalStateException("a return asks for an indicator that its programme does not have");
        }
        return indicator;
    }
}
