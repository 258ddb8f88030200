package fledge.monitoring;

import fledge.kernel.Period;
import fledge.monitoring.Figures.Figure;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.CheckedLine;
import fledge.monitoring.rules.ReturnChecks;
import fledge.monitoring.rules.RobustStatistics;
import fledge.monitoring.rules.RuleTerms;
import fledge.monitoring.rules.Spread;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.rules.Item;
import fledge.template.AskingPlan;
import fledge.template.TemplateService;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tries a rule on what was accepted in past quarters or months: how often would it have hit? Only the indicators it is about are read, one
 * after the other. Other than in a check, a unit is one of its own peers.
 */
@Component
class RuleTrials {

    private static final int PERIODS = 8;

    private final Figures figures;
    private final ProgrammeService programmes;
    private final TemplateService templates;
    private final PortalClock clock;

    RuleTrials(Figures figures, ProgrammeService programmes, TemplateService templates, PortalClock clock) {
        this.figures = figures;
        this.programmes = programmes;
        this.templates = templates;
        this.clock = clock;
    }

    /** The newest period first; a rule for the whole city is tried on the running programme. */
    List<Trial> of(PlausibilityRule rule) {
        UUID programmeId = rule.programmeId() == null
                ? programmes.running().map(ProgrammeView::id).orElse(null)
                : rule.programmeId();
        if (programmeId == null) {
            return List.of();
        }
        RuleTerms terms = rule.terms();
        AskingPlan plan = templates.plan(programmeId);
        Period ended = plan.endedBefore(LocalDate.ofInstant(clock.now(), PortalClock.ZONE));
        List<Period> periods = IntStream.range(0, PERIODS)
                .<Period>mapToObj(back -> ended.plus(-back))
                .toList();
        int[] judged = new int[PERIODS];
        int[] hits = new int[PERIODS];
        for (List<IndicatorView> together : looksAt(terms, programmes.indicators(programmeId))) {
            List<Figure> all = together.stream()
                    .flatMap(indicator -> figures.ofIndicator(programmeId, indicator.id()).stream())
                    .filter(figure -> CheckedLines.isNumber(figure.item()) && figure.value() != null)
                    .toList();
            Map<UUID, List<Figure>> byUnit = all.stream().collect(Collectors.groupingBy(Figure::unitId));
            for (int at = 0; at < PERIODS; at++) {
                Period period = periods.get(at);
                Map<UnitPast.Cell, Spread> peers = rule.terms().kind() == CheckRule.UNUSUAL_AMONG_PEERS
                        ? growth(plan, period, byUnit.values())
                        : Map.of();
                for (List<Figure> ofUnit : byUnit.values()) {
                    List<CheckedLine> lines = lines(past(plan, period, ofUnit), together, peers);
                    judged[at] += (int) lines.stream().filter(terms::covers).count();
                    hits[at] += (int) ReturnChecks.check(lines, List.of(terms)).stream()
                            .filter(finding -> terms.id().equals(finding.ruleId()))
                            .count();
                }
            }
        }
        return IntStream.range(0, PERIODS)
                .filter(at -> judged[at] > 0)
                .mapToObj(at -> new Trial(periods.get(at), judged[at], hits[at]))
                .toList();
    }

    private static UnitPast past(AskingPlan plan, Period period, List<Figure> ofUnit) {
        return UnitPast.of(period, indicator -> plan.stepOf(indicator, period), ofUnit);
    }

    /** The indicators whose figures have to be seen together: those of a relation all, others one by one. */
    private static List<List<IndicatorView>> looksAt(RuleTerms terms, List<IndicatorView> all) {
        if (terms.subject() == null) {
            return all.stream().map(List::of).toList();
        }
        List<String> named = Stream.of(terms.subject(), terms.other(), terms.third())
                .filter(Objects::nonNull)
                .map(RuleTerms.Operand::indicator)
                .toList();
        return List.of(all.stream()
                .filter(indicator -> named.contains(indicator.id().toString()))
                .toList());
    }

    private static List<CheckedLine> lines(
            UnitPast past, List<IndicatorView> together, Map<UnitPast.Cell, Spread> peers) {
        List<CheckedLine> lines = new ArrayList<>();
        for (IndicatorView indicator : together) {
            for (Item item : indicator.comparison().items()) {
                Figure figure = past.figure(indicator.id(), item, past.now());
                if (figure != null) {
                    lines.add(CheckedLines.of(
                            indicator,
                            item,
                            new LineContent(figure.value(), null, ""),
                            past,
                            peers.get(new UnitPast.Cell(indicator.id(), item))));
                }
            }
        }
        return lines;
    }

    private static Map<UnitPast.Cell, Spread> growth(AskingPlan plan, Period period, Collection<List<Figure>> units) {
        Map<UnitPast.Cell, List<BigDecimal>> growth = new HashMap<>();
        for (List<Figure> ofUnit : units) {
            UnitPast past = past(plan, period, ofUnit);
            past.figures().forEach((cell, byPeriod) -> {
                @Nullable Figure now = byPeriod.get(period);
                @Nullable Figure before = past.last(cell.indicatorId(), cell.item());
                BigDecimal value = now == null ? null : now.value();
                BigDecimal then = now == null || before == null || before.definition() != now.definition()
                        ? null
                        : before.value();
                if (value != null && then != null) {
                    RobustStatistics.growth(value, then)
                            .ifPresent(percent -> growth.computeIfAbsent(cell, any -> new ArrayList<>())
                                    .add(percent));
                }
            });
        }
        Map<UnitPast.Cell, Spread> spreads = new HashMap<>();
        growth.forEach(
                (cell, percents) -> RobustStatistics.spread(percents).ifPresent(spread -> spreads.put(cell, spread)));
        return spreads;
    }
}
