package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Quarter;
import fledge.kernel.RuleRefused;
import fledge.monitoring.CellResult;
import fledge.monitoring.EntryService;
import fledge.monitoring.Explanation;
import fledge.monitoring.ExplanationVerdict;
import fledge.monitoring.FindingView;
import fledge.monitoring.Judgement;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReviewService;
import fledge.monitoring.SendBackReason;
import fledge.monitoring.SignOffService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Does the work of those who fill in, sign and review returns. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class Clerks {

    /** With the figures of a year come those they were taken from. */
    private static final int LAST_OF_YEAR = 4;

    private final Stage stage;
    private final ReturnService returns;
    private final EntryService entries;
    private final SignOffService signOff;
    private final ReviewService reviews;
    private final Evidence evidence;
    private final WorkingCalendar calendar;

    Clerks(
            Stage stage,
            ReturnService returns,
            EntryService entries,
            SignOffService signOff,
            ReviewService reviews,
            Evidence evidence,
            WorkingCalendar calendar) {
        this.stage = stage;
        this.returns = returns;
        this.entries = entries;
        this.signOff = signOff;
        this.reviews = reviews;
        this.evidence = evidence;
        this.calendar = calendar;
    }

    /** A return being worked on: whose it is, and what its file tells. */
    private record Desk(
            Town town,
            String unit,
            UUID returnId,
            Quarter quarter,
            List<SamplePart.Story> stories,
            Map<UUID, String> indicators,
            Map<UUID, Boolean> explained) {

        Desk(Town town, String unit, UUID returnId, Quarter quarter) {
            this(town, unit, returnId, quarter, town.stories(unit, quarter), new HashMap<>(), new HashMap<>());
        }

        /** The code of an indicator that this return was seen to ask for. */
        String code(UUID indicator) {
            return Objects.requireNonNull(indicators.get(indicator));
        }

        UUID id(@Nullable String code) {
            return indicators.entrySet().stream()
                    .filter(indicator -> indicator.getValue().equals(code))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }

        Actor preparer() {
            return town.player(Role.PREPARER, unit);
        }

        Actor certifier() {
            return town.player(Role.CERTIFIER, unit);
        }

        SamplePart.@Nullable Story story(SamplePart.Kind kind, String indicator) {
            return stories.stream()
                    .filter(story -> story.event() == kind && indicator.equals(story.indicator()))
                    .findFirst()
                    .orElse(null);
        }

        /** What has to be sent back once: a wrong figure, or an explanation that is doubted. */
        SamplePart.@Nullable Story returned() {
            return stories.stream()
                    .filter(story -> story.event() == SamplePart.Kind.RETURNED_ONCE
                            || story.verdict() == ExplanationVerdict.DOUBTED)
                    .findFirst()
                    .orElse(null);
        }

        IllegalStateException wrong(String what) {
            return new IllegalStateException(
                    "Demonstration data: " + town.city().code() + ", " + unit + ", " + quarter.code() + ": " + what);
        }
    }

    /** A whole return from the first figure to its acceptance, in one transaction. */
    void report(Town town, String unit, UUID returnId, Quarter quarter, LocalDate day) {
        var desk = new Desk(town, unit, returnId, quarter);
        SamplePart.Story returned = desk.returned();
        act(desk, Town.at(day, 9, 10), desk.preparer(), () -> {
            fill(desk, returned, false);
            if (quarter.number() == LAST_OF_YEAR) {
                evidence.ofReturn(returnId, quarter.year() + "年度台账", cells(desk));
            }
            sign(desk, day, returned, false);
            LocalDate review = calendar.after(day, 1);
            if (returned != null) {
                sendBack(desk, review, returned);
                LocalDate again = calendar.after(review, Math.clamp(returned.resubmittedAfterDays(), 1, 3));
                act(desk, Town.at(again, 9, 10), desk.preparer(), () -> fill(desk, returned, true));
                sign(desk, again, returned, true);
                review = calendar.after(again, 1);
            }
            Instant begun = Town.at(review, 8, 50);
            act(desk, begun, town.player(Role.REVIEWER), () -> reviews.start(returnId));
            accept(desk, begun.plus(Duration.ofMinutes(6)));
        });
    }

    /** Puts one figure of a reopened return right, and brings it to its acceptance. */
    void correct(
            Town town, String unit, UUID returnId, Quarter quarter, String indicator, String value, LocalDate day) {
        var desk = new Desk(town, unit, returnId, quarter);
        act(desk, Town.at(day, 9, 10), desk.preparer(), () -> {
            var typed = new ArrayList<EntryService.Typed>();
            for (ReturnSheet.Line cell : cells(desk)) {
                if (cell.editable() && cell.indicator().code().equals(indicator)) {
                    typed.add(new EntryService.Typed(cell.id(), false, value, cell.valueEdition()));
                }
            }
            enter(desk, typed);
            sign(desk, day, null, false);
            Instant begun = Town.at(calendar.after(day, 1), 8, 50);
            act(desk, begun, town.player(Role.REVIEWER), () -> reviews.start(returnId));
            accept(desk, begun.plus(Duration.ofMinutes(6)));
        });
    }

    private void act(Desk desk, Instant at, Actor actor, Runnable work) {
        stage.act(desk.town().city(), at, actor, work);
    }

    private List<ReturnSheet.Line> cells(Desk desk) {
        List<ReturnSheet.Line> cells = returns.dossier(desk.returnId()).sheet().lines();
        cells.forEach(cell ->
                desk.indicators().put(cell.indicator().id(), cell.indicator().code()));
        return cells;
    }

    /** Types every figure, and a note where there is none; the first time with the error that will be sent back. */
    private void fill(Desk desk, SamplePart.@Nullable Story returned, boolean again) {
        var typed = new ArrayList<EntryService.Typed>();
        for (ReturnSheet.Line cell : cells(desk)) {
            if (!cell.editable()) {
                continue;
            }
            String indicator = cell.indicator().code();
            SamplePart.Story story = returned != null && indicator.equals(returned.indicator()) ? returned : null;
            String wrong = story == null || again ? null : story.first(cell.item());
            String figure = wrong == null ? typed(desk, cell) : wrong;
            if (figure == null) {
                typed.add(new EntryService.Typed(cell.id(), true, whyMissing(desk, indicator), cell.noteEdition()));
            } else {
                typed.add(new EntryService.Typed(cell.id(), false, figure, cell.valueEdition()));
            }
            String second = story == null || !again ? null : story.secondExplanationZh();
            if (second != null) {
                typed.add(new EntryService.Typed(cell.id(), true, second, cell.noteEdition()));
            }
        }
        enter(desk, typed);
    }

    private void enter(Desk desk, List<EntryService.Typed> typed) {
        for (CellResult result : entries.enterAll(desk.returnId(), typed)) {
            if (!(result instanceof CellResult.Saved)) {
                throw desk.wrong("not kept: " + result);
            }
        }
    }

    private static @Nullable String typed(Desk desk, ReturnSheet.Line cell) {
        String indicator = cell.indicator().code();
        SamplePart.Series series = desk.town().file().sample().stream()
                .filter(setting -> setting.indicator().equals(indicator))
                .flatMap(setting -> setting.history().stream())
                .filter(reported -> reported.unit().equals(desk.unit()))
                .findFirst()
                .orElseThrow(() -> desk.wrong("no history of " + indicator));
        return series.typed(cell.item(), desk.town().years().place(desk.quarter()));
    }

    private static String whyMissing(Desk desk, String indicator) {
        SamplePart.Story story = desk.story(SamplePart.Kind.VALUE_MISSING, indicator);
        if (story == null || story.noteZh() == null) {
            throw desk.wrong("no figure and no reason for " + indicator);
        }
        return story.noteZh();
    }

    private void sign(Desk desk, LocalDate day, SamplePart.@Nullable Story returned, boolean again) {
        act(desk, Town.at(day, 10, 40), desk.preparer(), () -> request(desk, returned, again));
        act(desk, Town.at(day, 15, 20), desk.certifier(), () -> signOff.certify(desk.returnId()));
    }

    private void request(Desk desk, SamplePart.@Nullable Story returned, boolean again) {
        var explanations = new HashMap<UUID, Explanation>();
        desk.explained().clear();
        for (FindingView finding : signOff.check(desk.returnId())) {
            if (finding.findingClass().needsExplanation()) {
                explanations.put(finding.id(), explanation(desk, finding, returned, again));
                desk.explained()
                        .put(
                                finding.id(),
                                RuleStory.isDoubted(finding.rule(), desk.unit(), desk.code(finding.indicatorId())));
            }
        }
        if (!explanations.isEmpty()) {
            signOff.explain(desk.returnId(), explanations);
        }
        signOff.request(desk.returnId());
    }

    private Explanation explanation(
            Desk desk, FindingView finding, SamplePart.@Nullable Story returned, boolean again) {
        String indicator = desk.code(finding.indicatorId());
        SamplePart.Story change = desk.story(SamplePart.Kind.EXPLAINED_CHANGE, indicator);
        String text = null;
        String code = "OTHER";
        if (change != null) {
            text = again && change.secondExplanationZh() != null
                    ? change.secondExplanationZh()
                    : change.explanationZh();
            code = Objects.requireNonNullElse(change.reasonCode(), code);
        } else if (returned != null && !again && indicator.equals(returned.indicator())) {
            text = returned.firstExplanationZh();
        }
        Explanation usual = RuleStory.explanation(finding.rule(), desk.unit(), indicator);
        if (text == null && usual != null) {
            return usual;
        }
        if (text == null) {
            throw desk.wrong("nothing explains " + indicator + " " + finding.rule() + finding.arguments());
        }
        return new Explanation(code, text);
    }

    private void sendBack(Desk desk, LocalDate day, SamplePart.Story returned) {
        boolean doubted = returned.verdict() == ExplanationVerdict.DOUBTED;
        Actor reviewer = desk.town().player(Role.REVIEWER);
        act(desk, Town.at(day, 8, 50), reviewer, () -> reviews.start(desk.returnId()));
        act(desk, Town.at(day, 8, 58), reviewer, () -> {
            judge(desk, doubted ? returned.verdictZh() : null);
            reviews.sendBack(
                    desk.returnId(),
                    doubted ? SendBackReason.EXPLANATION_DOUBTED : SendBackReason.WRONG_FIGURE,
                    Objects.requireNonNull(doubted ? returned.verdictZh() : returned.reasonZh()),
                    Set.of(desk.id(returned.indicator())));
        });
    }

    /** Accepts what was explained, but for what is doubted all over or for its own reason. */
    private void judge(Desk desk, @Nullable String doubt) {
        var judgements = new HashMap<UUID, Judgement>();
        desk.explained()
                .forEach((finding, doubted) -> judgements.put(
                        finding,
                        doubt != null
                                ? new Judgement(ExplanationVerdict.DOUBTED, doubt)
                                : doubted
                                        ? new Judgement(ExplanationVerdict.DOUBTED, "说明较笼统，下季请附台账佐证。")
                                        : new Judgement(ExplanationVerdict.ACCEPTED, "")));
        if (!judgements.isEmpty()) {
            reviews.judge(desk.returnId(), judgements);
        }
    }

    private void accept(Desk desk, Instant at) {
        Actor first = desk.town().player(Role.REVIEWER);
        act(desk, at, first, () -> judge(desk, null));
        if (levels(desk.town()) == 1) {
            act(desk, at, first, () -> reviews.accept(desk.returnId()));
        } else {
            act(desk, at, first, () -> reviews.pass(desk.returnId()));
            act(
                    desk,
                    at.plus(Duration.ofMinutes(7)),
                    desk.town().second(Role.REVIEWER),
                    () -> reviews.accept(desk.returnId()));
        }
    }

    private static int levels(Town town) {
        return town.file().programmes().stream()
                .map(ProgrammePart.Printed::reviewLevels)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(1);
    }

    /** Brings a return of the newest round as far as that state. */
    void advance(
            Town town, String unit, UUID returnId, Quarter quarter, ReturnStatus state, Instant begun, Instant now) {
        var desk = new Desk(town, unit, returnId, quarter);
        Duration left = Duration.between(begun, now);
        Instant signed = begun.plus(left.dividedBy(4));
        Instant reviewed = begun.plus(left.dividedBy(2));
        switch (state) {
            case OPEN -> {}
            case DRAFT -> act(desk, begun, desk.preparer(), () -> fillHalf(desk));
            case AWAITING_SIGN_OFF, SUBMITTED, IN_REVIEW, ACCEPTED, RETURNED ->
                act(desk, begun, desk.preparer(), () -> {
                    fill(desk, null, false);
                    request(desk, null, false);
                    if (state != ReturnStatus.AWAITING_SIGN_OFF) {
                        act(desk, signed, desk.certifier(), () -> signOff.certify(returnId));
                    }
                    if (state == ReturnStatus.IN_REVIEW
                            || state == ReturnStatus.ACCEPTED
                            || state == ReturnStatus.RETURNED) {
                        act(desk, reviewed, town.player(Role.REVIEWER), () -> reviews.start(returnId));
                    }
                    if (state == ReturnStatus.ACCEPTED) {
                        accept(desk, reviewed);
                    } else if (state == ReturnStatus.RETURNED) {
                        act(
                                desk,
                                now,
                                town.player(Role.REVIEWER),
                                () -> reviews.sendBack(
                                        returnId,
                                        SendBackReason.WRONG_FIGURE,
                                        town.file().openRound().returnReasonZh(),
                                        Set.of()));
                    }
                });
            default -> throw desk.wrong("no return of an open round is " + state);
        }
    }

    private void fillHalf(Desk desk) {
        List<ReturnSheet.Line> cells = cells(desk);
        var typed = new ArrayList<EntryService.Typed>();
        for (ReturnSheet.Line cell : cells.subList(0, (cells.size() + 1) / 2)) {
            String figure = typed(desk, cell);
            if (figure != null) {
                typed.add(new EntryService.Typed(cell.id(), false, figure, cell.valueEdition()));
            }
        }
        enter(desk, typed);
    }

    /** Tries an entry that must not pass unnoticed, and says what became of it; nothing of it stays. */
    SamplePart.Outcome attempt(Town town, UUID returnId, Quarter quarter, SamplePart.Attempt attempt, Instant at) {
        var desk = new Desk(town, attempt.unit(), returnId, quarter);
        var outcome = new ArrayList<SamplePart.Outcome>();
        stage.rehearse(town.city(), at, desk.preparer(), () -> outcome.add(outcome(desk, attempt)));
        return outcome.getFirst();
    }

    private SamplePart.Outcome outcome(Desk desk, SamplePart.Attempt attempt) {
        var typed = new ArrayList<EntryService.Typed>();
        for (ReturnSheet.Line cell : cells(desk)) {
            String figure = attempt.typed(cell.item());
            if (figure != null && cell.indicator().code().equals(attempt.indicator())) {
                typed.add(new EntryService.Typed(cell.id(), false, figure, cell.valueEdition()));
            }
        }
        try {
            if (entries.enterAll(desk.returnId(), typed).stream()
                    .anyMatch(result -> result instanceof CellResult.Refused)) {
                return SamplePart.Outcome.REFUSED;
            }
        } catch (RuleRefused e) {
            return SamplePart.Outcome.REFUSED;
        }
        List<FindingView> found = signOff.check(desk.returnId()).stream()
                .filter(finding -> attempt.indicator().equals(desk.code(finding.indicatorId())))
                .toList();
        if (found.stream().anyMatch(finding -> finding.findingClass().blocks())) {
            return SamplePart.Outcome.REFUSED;
        }
        return found.stream().anyMatch(finding -> finding.findingClass().needsExplanation())
                ? SamplePart.Outcome.FOUND
                : SamplePart.Outcome.LET_THROUGH;
    }
}
