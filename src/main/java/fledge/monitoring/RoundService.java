package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Period;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.BlankLines.Blank;
import fledge.monitoring.rules.Deadlines;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.rules.Item;
import fledge.template.AskingPlan;
import fledge.template.TemplateService;
import fledge.template.TemplateView;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collection rounds: asking every reporting unit for a period's figures, and keeping the round's dates. */
@Service
public class RoundService {

    private final RoundRepository rounds;
    private final ReturnRepository returns;
    private final BlankLines lines;
    private final ProgrammeService programmes;
    private final TemplateService templates;
    private final WorkingCalendar calendar;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    RoundService(
            RoundRepository rounds,
            ReturnRepository returns,
            BlankLines lines,
            ProgrammeService programmes,
            TemplateService templates,
            WorkingCalendar calendar,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.returns = returns;
        this.lines = lines;
        this.programmes = programmes;
        this.templates = templates;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    /** Schedules the round of a quarter or month: one return for each unit that is asked, opened by the clock after the period's end. */
    @Transactional
    public UUID schedule(UUID programmeId, Period period) {
        if (!Actor.SYSTEM.equals(Actor.current())) {
            Actor.current().require(Right.ROUND_MANAGE);
        }
        ProgrammeView programme = programmes.programme(programmeId);
        AskingPlan plan = templates.settledPlan(programmeId);
        refuseUnfit(programme, plan, period);
        Map<UUID, List<IndicatorView>> asked = askedOf(programmeId, plan, period);
        if (asked.isEmpty()) {
            throw new RuleRefused(Reason.on("quarter", "monitoring.refused.nothing-due", period));
        }
        var days = new Deadlines.Days(
                programme.terms().dueDays(),
                programme.terms().entryDays(),
                programme.terms().editDays());
        Instant opensAt =
                period.end().plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        Round round = rounds.save(new Round(
                programmeId,
                period,
                plan.asking(period).map(TemplateView::id).orElse(null),
                opensAt,
                Deadlines.of(period, days, calendar.workingDays())));
        ask(round, asked);
        events.publishEvent(new RoundScheduled(
                new Subject("round", round.id(), programme.nameZh() + " " + period.code()),
                period.code(),
                asked.size(),
                round.dueAt()));
        return round.id();
    }

    private void refuseUnfit(ProgrammeView programme, AskingPlan plan, Period period) {
        Integer first = programme.startYear();
        Integer last = programme.endYear();
        if (!programme.running() || first == null || last == null) {
            throw new RuleRefused(Reason.of("monitoring.refused.programme-not-running"));
        }
        if (!plan.frequency().covers(period)) {
            throw new RuleRefused(Reason.on("quarter", "monitoring.refused.other-period", plan.frequency()));
        }
        int year = period.start().getYear();
        if (year < first || year > last) {
            throw new RuleRefused(Reason.on("quarter", "monitoring.refused.quarter-outside", first, last));
        }
        if (rounds.findByProgrammeIdAndPeriod(programme.id(), period.index()).isPresent()) {
            throw new RuleRefused(Reason.on("quarter", "monitoring.refused.round-exists"));
        }
        RuleRefused.ifAny(refusals(plan, period));
    }

    /** Why the form may not be sent out for that period, said of the form's fields but shown at the period. */
    private static List<Reason> refusals(AskingPlan plan, Period period) {
        return plan.asking(period).map(form -> form.refusals(period)).orElse(List.of()).stream()
                .map(reason -> reason.at("quarter"))
                .toList();
    }

    private Map<UUID, List<IndicatorView>> askedOf(UUID programmeId, AskingPlan plan, Period period) {
        record Asked(UUID unitId, IndicatorView indicator) {}
        return programmes.indicators(programmeId).stream()
                .filter(indicator -> plan.asks(indicator.id(), period))
                .flatMap(indicator -> indicator.reportingUnits().stream().map(unit -> new Asked(unit, indicator)))
                .collect(Collectors.groupingBy(
                        Asked::unitId, LinkedHashMap::new, Collectors.mapping(Asked::indicator, Collectors.toList())));
    }

    /** One return for each unit that is asked, with a blank line for each thing that it is asked. */
    private void ask(Round round, Map<UUID, List<IndicatorView>> asked) {
        record Cell(IndicatorView indicator, Item item) {}
        var blanks = new ArrayList<Blank>();
        var reports = new ArrayList<Return>();
        asked.forEach((unitId, indicators) -> {
            List<Cell> cells = indicators.stream()
                    .flatMap(
                            indicator -> indicator.comparison().items().stream().map(item -> new Cell(indicator, item)))
                    .toList();
            Return report = new Return(round.id(), unitId, cells.size(), clock.now());
            reports.add(report);
            for (int n = 0; n < cells.size(); n++) {
                IndicatorView indicator = cells.get(n).indicator();
                blanks.add(new Blank(
                        report.id(),
                        indicator.id(),
                        cells.get(n).item(),
                        n + 1,
                        indicator.finalExpected(round.period().quarter())));
            }
        });
        returns.saveAllAndFlush(reports);
        lines.add(blanks);
    }

    /** What has ended, was not asked for yet, and cannot be asked for as the form stands; for whoever can put that right. */
    @Transactional(readOnly = true)
    public List<Blocked> blocked() {
        LocalDate today = LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
        Map<UUID, AskingPlan> plans = templates.plans();
        return programmes.programmes().stream()
                .filter(programme -> programme.running() && plans.containsKey(programme.id()))
                .flatMap(programme -> {
                    AskingPlan plan = Objects.requireNonNull(plans.get(programme.id()));
                    Period ended = plan.endedBefore(today);
                    List<Reason> reasons = refusals(plan, ended);
                    return reasons.isEmpty()
                                    || rounds.findByProgrammeIdAndPeriod(programme.id(), ended.index())
                                            .isPresent()
                            ? Stream.empty()
                            : Stream.of(new Blocked(programme, ended, reasons));
                })
                .toList();
    }

    /** A round that does not begin by itself, and why. */
    public record Blocked(ProgrammeView programme, Period period, List<Reason> reasons) {}

    @Transactional(readOnly = true)
    public List<RoundView> rounds() {
        return rounds.findAllByOrderByOpensAtDescPeriodDesc().stream()
                .map(Round::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public RoundView round(UUID id) {
        return rounds.findById(id)
                .orElseThrow(() -> new NotFound("round " + id))
                .view();
    }

    /** How far every unit has come with its return of a round, for the matrix of units and states. */
    @Transactional(readOnly = true)
    public List<UnitAnswer> answers(UUID roundId) {
        return returns.answers(roundId);
    }

    /** Some returns of a round; what is not of it is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, ReturnView> returns(UUID roundId, Collection<UUID> ids) {
        return views(roundId, returns.findByRoundIdAndIdIn(roundId, ids))
                .collect(Collectors.toMap(ReturnView::id, Function.identity()));
    }

    /** Every unit's return in a round, by how long it stands where it does. */
    @Transactional(readOnly = true)
    public List<ReturnView> returnsOf(UUID roundId) {
        return views(roundId, returns.findByRoundId(roundId))
                .sorted(Comparator.comparing(ReturnView::since))
                .toList();
    }

    private Stream<ReturnView> views(UUID roundId, List<Return> found) {
        Round round = rounds.findById(roundId).orElseThrow(() -> new NotFound("round " + roundId));
        return found.stream().map(report -> new ReturnWithRound(report, round).view());
    }
}
