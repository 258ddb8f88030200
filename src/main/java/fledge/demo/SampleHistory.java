package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.calendar.WorkingCalendar;
import fledge.identity.DelegationService;
import fledge.kernel.Quarter;
import fledge.monitoring.FigureFolding;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.monitoring.RoundDates;
import fledge.monitoring.RoundService;
import fledge.monitoring.RoundView;
import fledge.monitoring.WaiverService;
import fledge.programme.ProgrammeService;
import fledge.reminder.ReminderService;
import fledge.template.TemplateService;
import fledge.tenancy.PortalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Replays the sample's quarters, each act at its time and by whoever it falls to. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class SampleHistory {

    private static final Logger LOG = LoggerFactory.getLogger(SampleHistory.class);
    /** The first units report on the sixth working day; the last ones ten working days before the due date. */
    private static final int FIRST_DAY = 6;

    private static final int REPORTING_DAYS = ProgrammeLoading.TERMS.dueDays() - FIRST_DAY - 10;

    private static final int REMINDED = 2;
    private static final int DELEGATED_DAYS = 9;

    private final Stage stage;
    private final ProgrammeService programmes;
    private final TemplateService templates;
    private final RoundService rounds;
    private final RoundDates dates;
    private final WaiverService waivers;
    private final FigureFolding folding;
    private final RuleStory rules;
    private final Clerks clerks;
    private final ReminderService reminders;
    private final Mailboxes mailboxes;
    private final DelegationService delegations;
    private final DefinitionChanges definitions;
    private final OtherSources sources;
    private final WorkingCalendar calendar;

    SampleHistory(
            Stage stage,
            ProgrammeService programmes,
            TemplateService templates,
            RoundService rounds,
            RoundDates dates,
            WaiverService waivers,
            FigureFolding folding,
            RuleStory rules,
            Clerks clerks,
            ReminderService reminders,
            Mailboxes mailboxes,
            DelegationService delegations,
            DefinitionChanges definitions,
            OtherSources sources,
            WorkingCalendar calendar) {
        this.stage = stage;
        this.programmes = programmes;
        this.templates = templates;
        this.rounds = rounds;
        this.dates = dates;
        this.waivers = waivers;
        this.folding = folding;
        this.rules = rules;
        this.clerks = clerks;
        this.reminders = reminders;
        this.mailboxes = mailboxes;
        this.delegations = delegations;
        this.definitions = definitions;
        this.sources = sources;
        this.calendar = calendar;
    }

    /** An attempted entry and what became of it. */
    record Tried(String city, SamplePart.Attempt attempt, SamplePart.Outcome outcome) {}

    /** Replays everything up to now; what was tried and must not pass is handed back. */
    List<Tried> replay(Town town, UUID programmeId, Instant now) {
        var tried = new ArrayList<Tried>();
        RoundView before = null;
        for (Quarter quarter : town.years().past()) {
            RoundView round = open(town, programmeId, quarter);
            if (before != null) {
                end(town, before);
            }
            before = round;
            rules.before(town, programmeId, quarter, Town.at(quarter.end().plusDays(1), 9, 0));
            tried.addAll(attempt(town, round));
            replay(town, round);
            definitions.change(town, programmeId, quarter);
        }
        Quarter last = town.years().open();
        RoundView newest = open(town, programmeId, last);
        Instant morning = Town.at(last.end().plusDays(1), 9, 0);
        rules.before(town, programmeId, last, morning);
        rules.waiting(town, programmeId, morning.plus(Duration.ofHours(2)));
        if (before != null && before.editEndAt().isBefore(now)) {
            end(town, before);
        }
        advance(town, newest, now);
        sources.write(town, programmeId, now);
        stage.act(town.city(), now, Actor.SYSTEM, folding::fold);
        return tried;
    }

    private List<Tried> attempt(Town town, RoundView round) {
        List<SamplePart.Attempt> attempts = town.file().unlawfulAttempts().stream()
                .filter(attempt -> town.years()
                        .quarter(attempt.quarter())
                        .equals(round.period().quarter()))
                .toList();
        if (attempts.isEmpty()) {
            return List.of();
        }
        Map<UUID, ReturnView> returns = returns(town, round);
        Instant at = Town.at(calendar.after(round.period().quarter().end(), 2), 11, 0);
        return attempts.stream()
                .map(attempt -> {
                    var outcome = clerks.attempt(
                            town,
                            id(returns, town.unit(attempt.unit())),
                            round.period().quarter(),
                            attempt,
                            at);
                    if (outcome != attempt.expected()) {
                        LOG.warn(
                                "Demonstration data: {} of {} was to be {} and was {}",
                                attempt.kind(),
                                attempt.unit(),
                                attempt.expected(),
                                outcome);
                    }
                    return new Tried(town.city().code(), attempt, outcome);
                })
                .toList();
    }

    private RoundView open(Town town, UUID programmeId, Quarter quarter) {
        Instant morning = Town.at(quarter.end().plusDays(1), 0, 5);
        var round = new AtomicReference<UUID>();
        stage.act(
                town.city(),
                morning,
                town.player(Role.PLANNER),
                () -> round.set(rounds.schedule(programmeId, quarter)));
        stage.act(town.city(), morning, Actor.SYSTEM, dates::open);
        return stage.ask(town.city(), () -> {
            // Writing transactions only profit from what a reading one has remembered.
            programmes.indicators(programmeId);
            RoundView opened = rounds.round(round.get());
            templates.forms(Collections.singleton(opened.templateId()));
            return opened;
        });
    }

    private void end(Town town, RoundView round) {
        stage.act(town.city(), round.entryEndAt(), Actor.SYSTEM, dates::closeWindows);
        stage.act(town.city(), round.editEndAt(), Actor.SYSTEM, dates::lock);
        stage.act(town.city(), round.editEndAt(), Actor.SYSTEM, folding::fold);
    }

    private Map<UUID, ReturnView> returns(Town town, RoundView round) {
        return stage.ask(
                town.city(),
                () -> rounds.returnsOf(round.id()).stream()
                        .collect(Collectors.toMap(ReturnView::unitId, Function.identity())));
    }

    private List<String> reporting(Town town, Map<UUID, ReturnView> returns) {
        return town.file().units().stream()
                .map(CityFile.OfficialUnit::code)
                .filter(code -> returns.containsKey(town.unit(code)))
                .toList();
    }

    private record Visit(String unit, UUID returnId, LocalDate day) {}

    private void replay(Town town, RoundView round) {
        Quarter quarter = round.period().quarter();
        Map<UUID, ReturnView> returns = returns(town, round);
        List<String> units = reporting(town, returns);
        for (int at = 0; at < units.size(); at++) {
            String unit = units.get(at);
            List<SamplePart.Story> stories = town.stories(unit, quarter);
            UUID returnId = id(returns, town.unit(unit));
            stories.stream()
                    .filter(story -> story.event() == SamplePart.Kind.WAIVED)
                    .forEach(story -> waive(town, returnId, quarter, story));
        }
        IntStream.range(0, units.size())
                .mapToObj(at -> new Visit(
                        units.get(at),
                        id(returns, town.unit(units.get(at))),
                        day(town, units.get(at), round, at, units.size())))
                .filter(visit -> reports(town.stories(visit.unit(), quarter)))
                .sorted(Comparator.comparing(Visit::day))
                .forEach(visit -> clerks.report(town, visit.unit(), visit.returnId(), quarter, visit.day()));
    }

    private static UUID id(Map<UUID, ReturnView> returns, UUID unit) {
        ReturnView found = returns.get(unit);
        if (found == null) {
            throw new IllegalStateException("no return of " + unit);
        }
        return found.id();
    }

    private static boolean reports(List<SamplePart.Story> stories) {
        return stories.stream()
                .noneMatch(story -> story.event() == SamplePart.Kind.WAIVED || story.event() == SamplePart.Kind.MISSED);
    }

    /** The day on which a unit reports: one after the other, the late ones after the due date. */
    private LocalDate day(Town town, String unit, RoundView round, int at, int count) {
        return town.stories(unit, round.period().quarter()).stream()
                .filter(story -> story.event() == SamplePart.Kind.REPORTED_LATE)
                .map(story -> calendar.after(
                        round.dueAt().atZone(PortalClock.ZONE).toLocalDate().minusDays(1), story.daysAfterDue()))
                .findFirst()
                .orElseGet(
                        () -> calendar.after(round.period().quarter().end(), FIRST_DAY + at * REPORTING_DAYS / count));
    }

    private void waive(Town town, UUID returnId, Quarter quarter, SamplePart.Story story) {
        LocalDate day = calendar.after(quarter.end(), FIRST_DAY - 2);
        String reason = story.noteZh() == null ? "" : story.noteZh();
        stage.act(town.city(), Town.at(day, 9, 20), town.player(Role.PLANNER), () -> waivers.propose(returnId, reason));
        stage.act(town.city(), Town.at(day, 15, 40), town.player(Role.DECIDER), () -> waivers.decide(returnId, true));
    }

    /** Brings each return of the newest round as far as the file says, between the round's opening and now. */
    private void advance(Town town, RoundView round, Instant now) {
        Map<UUID, ReturnView> returns = returns(town, round);
        List<String> units = reporting(town, returns);
        Instant opened = Town.at(round.period().quarter().end().plusDays(1), 0, 5);
        Duration open = Duration.between(opened, now);
        mailboxes.open(town, opened);
        for (int at = 0; at < units.size(); at++) {
            String unit = units.get(at);
            ReturnStatus state = town.file().openRound().stateOf(unit);
            Duration left = open.multipliedBy(units.size() - at).dividedBy(units.size() + 1L);
            clerks.advance(
                    town, unit, id(returns, town.unit(unit)), round.period().quarter(), state, now.minus(left), now);
        }
        remind(town, round, now);
        delegate(town, now);
    }

    /** The planner reminds the first units that have not signed, one a day. */
    private void remind(Town town, RoundView round, Instant now) {
        List<ReturnView> waiting = returns(town, round).values().stream()
                .filter(report -> report.status() == ReturnStatus.OPEN || report.status() == ReturnStatus.DRAFT)
                .sorted(Comparator.comparing(ReturnView::since))
                .limit(REMINDED)
                .toList();
        for (ReturnView report : waiting) {
            stage.act(
                    town.city(),
                    now.minus(Duration.ofDays(waiting.indexOf(report))),
                    town.player(Role.PLANNER),
                    () -> reminders.remind(report.id(), "请尽快完成本季度数据填报，如有困难请与统计监测岗联系。（示例）"));
        }
    }

    /** The planner lets a colleague act for them while away. */
    private void delegate(Town town, Instant now) {
        LocalDate today = now.atZone(PortalClock.ZONE).toLocalDate();
        Actor planner = town.player(Role.PLANNER);
        stage.act(town.city(), now, planner, () -> {
            UUID held = delegations.delegable().getFirst().appointmentId();
            delegations.delegate(
                    held,
                    new DelegationService.Terms(
                            town.second(Role.PLANNER).login(), today, today.plusDays(DELEGATED_DAYS), "参加业务培训（示例）"));
        });
    }
}
