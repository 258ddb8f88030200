package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.Deadlines;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.rules.Item;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collection rounds: asking every reporting unit for a quarter's figures, and keeping the round's dates. */
@Service
public class RoundService {

    private final RoundRepository rounds;
    private final ReturnRepository returns;
    private final ReturnLineRepository lines;
    private final ProgrammeService programmes;
    private final WorkingCalendar calendar;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    RoundService(
            RoundRepository rounds,
            ReturnRepository returns,
            ReturnLineRepository lines,
            ProgrammeService programmes,
            WorkingCalendar calendar,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.returns = returns;
        this.lines = lines;
        this.programmes = programmes;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    /** Schedules the round of a quarter: one return for each unit that reports, opened by the clock after the quarter's end. */
    @Transactional
    public UUID schedule(UUID programmeId, Quarter quarter) {
        if (!Actor.SYSTEM.equals(Actor.current())) {
            Actor.current().require(Right.ROUND_MANAGE);
        }
        ProgrammeView programme = programmes.programme(programmeId);
        refuseUnfit(programme, quarter);
        var days = new Deadlines.Days(
                programme.terms().dueDays(),
                programme.terms().entryDays(),
                programme.terms().editDays());
        Instant opensAt =
                quarter.end().plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        Round round = rounds.save(
                new Round(programmeId, quarter, opensAt, Deadlines.of(quarter, days, calendar.workingDays())));
        Map<UUID, List<IndicatorView>> asked = askedOf(programmeId);
        asked.forEach((unitId, indicators) -> ask(round, unitId, indicators));
        events.publishEvent(new RoundScheduled(
                new Subject("round", round.id(), programme.nameZh() + " " + quarter.code()),
                quarter.code(),
                asked.size(),
                round.dueAt()));
        return round.id();
    }

    private void refuseUnfit(ProgrammeView programme, Quarter quarter) {
        Integer first = programme.startYear();
        Integer last = programme.endYear();
        if (!programme.running() || first == null || last == null) {
            throw new RuleRefused(Reason.of("monitoring.refused.programme-not-running"));
        }
        if (quarter.year() < first || quarter.year() > last) {
            throw new RuleRefused(Reason.on("quarter", "monitoring.refused.quarter-outside", first, last));
        }
        if (rounds.findByProgrammeIdAndPeriod(programme.id(), quarter.index()).isPresent()) {
            throw new RuleRefused(Reason.on("quarter", "monitoring.refused.round-exists"));
        }
    }

    private Map<UUID, List<IndicatorView>> askedOf(UUID programmeId) {
        record Asked(UUID unitId, IndicatorView indicator) {}
        return programmes.indicators(programmeId).stream()
                .flatMap(indicator -> indicator.reportingUnits().stream().map(unit -> new Asked(unit, indicator)))
                .collect(Collectors.groupingBy(
                        Asked::unitId, LinkedHashMap::new, Collectors.mapping(Asked::indicator, Collectors.toList())));
    }

    private void ask(Round round, UUID unitId, List<IndicatorView> indicators) {
        int cells = indicators.stream()
                .mapToInt(indicator -> indicator.comparison().items().size())
                .sum();
        Return report = returns.save(new Return(round.id(), unitId, cells, clock.now()));
        var asked = new ArrayList<ReturnLine>();
        for (IndicatorView indicator : indicators) {
            for (Item item : indicator.comparison().items()) {
                asked.add(new ReturnLine(
                        report.id(), indicator.id(), item, asked.size() + 1, indicator.finalExpected(round.quarter())));
            }
        }
        lines.saveAll(asked);
    }

    @Transactional(readOnly = true)
    public List<RoundView> rounds() {
        return rounds.findAllByOrderByPeriodDesc().stream().map(Round::view).toList();
    }

    @Transactional(readOnly = true)
    public RoundView round(UUID id) {
        return rounds.findById(id)
                .orElseThrow(() -> new NotFound("round " + id))
                .view();
    }

    /** Every unit's return in a round, for the matrix of units and states. */
    @Transactional(readOnly = true)
    public List<ReturnView> returnsOf(UUID roundId) {
        Round round = rounds.findById(roundId).orElseThrow(() -> new NotFound("round " + roundId));
        return returns.findByRoundId(roundId).stream()
                .map(report -> new ReturnWithRound(report, round).view())
                .sorted(Comparator.comparing(ReturnView::since))
                .toList();
    }
}
