package fledge.base.web;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.base.AssessmentView;
import fledge.base.BaseFilter;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.IntentionCount;
import fledge.base.IntentionService;
import fledge.base.NewIntention;
import fledge.base.RecognitionAction;
import fledge.base.RecognitionRecords;
import fledge.base.RecognitionStatus;
import fledge.base.RecognitionView;
import fledge.base.StepView;
import fledge.base.TermView;
import fledge.base.rules.CountingDays;
import fledge.base.rules.Grade;
import fledge.base.rules.RecognitionLevel;
import fledge.base.rules.RecognitionTerms;
import fledge.identity.AccountService;
import fledge.kernel.DayEntry;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recognitions laid out: counts as of a day with the names behind them, one with its moves, and the form of a move. */
@Component
class RecognitionPages {

    private final RecognitionRecords records;
    private final IntentionService intentions;
    private final BaseService bases;
    private final AccountService accounts;
    private final BaseTexts texts;
    private final PortalClock clock;
    private final Formats formats;

    RecognitionPages(
            RecognitionRecords records,
            IntentionService intentions,
            BaseService bases,
            AccountService accounts,
            BaseTexts texts,
            PortalClock clock,
            Formats formats) {
        this.records = records;
        this.intentions = intentions;
        this.bases = bases;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
        this.formats = formats;
    }

    record ListPage(String on, List<Held> levels, List<Counted> counted, List<Row> rows) {}

    /** How many bases hold a level, and which. */
    record Held(String level, int count, List<Named> bases) {}

    record Named(UUID id, String name, boolean sample) {}

    /** What a document wants beside what there is, with the names. */
    record Counted(
            String name,
            String wanted,
            String years,
            int count,
            List<Named> bases,
            @Nullable String source) {}

    record Row(
            UUID id,
            Named base,
            String level,
            String status,
            String tone,
            @Nullable String validity) {}

    record ShowPage(
            UUID id,
            UUID baseId,
            String base,
            String level,
            String status,
            String tone,
            List<BasePages.Fact> facts,
            List<Assessed> assessments,
            List<BasePages.Entry> history,
            List<BaseTexts.Option> actions) {}

    record Assessed(
            int year, String grade, String remark, @Nullable String by) {}

    record FormPage(UUID id, String base, List<BaseTexts.Option> levels) {}

    record StepPage(
            UUID id,
            String base,
            String title,
            String action,
            boolean words,
            boolean review,
            boolean score,
            boolean document,
            boolean from,
            boolean assessment,
            List<BaseTexts.Option> grades,
            String today,
            int years) {}

    @Transactional(readOnly = true)
    ListPage list(String typed) {
        LocalDate on = DayEntry.read(typed).orElseGet(this::today);
        List<BaseView> seen = bases.list(BaseFilter.ALL);
        Map<UUID, BaseView> byId = seen.stream().collect(Collectors.toMap(BaseView::id, Function.identity()));
        RecognitionRecords.Standing standing = records.of(seen);
        Map<RecognitionLevel, List<UUID>> held = standing.basesOn(on);
        return new ListPage(
                on.toString(),
                Arrays.stream(RecognitionLevel.values())
                        .map(level -> {
                            List<UUID> ids = held.getOrDefault(level, List.of());
                            return new Held(formats.text(level), ids.size(), named(ids, byId));
                        })
                        .toList(),
                intentions.intentions().stream()
                        .flatMap(intention -> Stream.ofNullable(intention.counted())
                                .map(counted -> counted(intention, counted, standing, byId, on)))
                        .toList(),
                standing.recognitions().reversed().stream()
                        .map(one -> new Row(
                                one.id(),
                                name(Objects.requireNonNull(byId.get(one.baseId()))),
                                formats.text(one.level()),
                                formats.text(one.status()),
                                tone(one.status()),
                                validity(one, standing.terms())))
                        .toList());
    }

    /** The recognitions of one base and its yearly assessments, the newest first. */
    record OfBase(List<BasePages.Recognised> recognitions, List<Assessed> assessments) {}

    OfBase of(BaseView base) {
        RecognitionRecords.Standing standing = records.of(List.of(base));
        return new OfBase(
                standing.recognitions().reversed().stream()
                        .map(one -> new BasePages.Recognised(
                                one.id(),
                                formats.text(one.level()),
                                formats.text(one.status()),
                                tone(one.status()),
                                validity(one, standing.terms())))
                        .toList(),
                standing.assessments().reversed().stream()
                        .map(one -> new Assessed(one.year(), formats.text(one.grade()), one.remark(), null))
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }

    private List<Named> named(List<UUID> ids, Map<UUID, BaseView> byId) {
        return ids.stream()
                .map(id -> name(Objects.requireNonNull(byId.get(id))))
                .toList();
    }

    private Named name(BaseView base) {
        return new Named(base.id(), base.name(formats.locale()), base.entry().sample());
    }

    /** Counted within the years of the wish, up to the day. */
    private Counted counted(
            NewIntention intention,
            IntentionCount counted,
            RecognitionRecords.Standing standing,
            Map<UUID, BaseView> byId,
            LocalDate on) {
        Optional<CountingDays> days = CountingDays.of(intention.fromYear(), intention.toYear(), counted.isYearly(), on);
        List<UUID> found = days.map(within -> standing.behind(counted, within.from(), within.to()).stream()
                        .map(TermView::baseId)
                        .toList())
                .orElse(List.of());
        return new Counted(
                intention.name(formats.locale()),
                texts.wanted(intention),
                days.map(within -> formats.text(
                                "recognition.days",
                                within.from().toString(),
                                within.to().toString()))
                        .orElse(formats.text("recognition.days.not-begun")),
                found.size(),
                named(found, byId),
                texts.source(intention.source()));
    }

    private @Nullable String validity(RecognitionView of, List<TermView> terms) {
        String shown = terms.stream()
                .filter(term -> term.recognitionId().equals(of.id()))
                .map(term -> formats.text(
                        "recognition.validity",
                        term.from().toString(),
                        term.until().minusDays(1).toString(),
                        term.documentNo()))
                .collect(Collectors.joining("；"));
        return shown.isEmpty() ? null : shown;
    }

    static String tone(RecognitionStatus status) {
        return switch (status) {
            case APPLIED, RECOMMENDED, REVIEW, NOTICE, RENEWAL -> "waiting";
            case NEEDS_SUPPLEMENT, RECTIFYING -> "attention";
            case RECOGNISED, UPGRADED -> "done";
            case EXPIRED, WITHDRAWN -> "neutral";
            case REVOKED, REFUSED -> "refused";
        };
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        RecognitionRecords.Standing standing = records.recognition(id);
        RecognitionView recognition = standing.recognitions().getFirst();
        BaseView base = bases.base(recognition.baseId());
        List<StepView> steps = records.steps(standing);
        Map<UUID, String> people = accounts.personNames(Stream.of(
                        steps.stream().flatMap(step -> Stream.ofNullable(step.personId())),
                        standing.assessments().stream().map(AssessmentView::assessedBy),
                        Stream.of(recognition.appliedBy()))
                .flatMap(Function.identity())
                .collect(Collectors.toSet()));
        return new ShowPage(
                id,
                base.id(),
                base.name(formats.locale()),
                formats.text(recognition.level()),
                formats.text(recognition.status()),
                tone(recognition.status()),
                facts(recognition, standing.terms()),
                standing.assessments().stream()
                        .map(one -> new Assessed(
                                one.year(), formats.text(one.grade()), one.remark(), people.get(one.assessedBy())))
                        .toList(),
                history(recognition, steps, people),
                actions(recognition, base).stream()
                        .map(action -> new BaseTexts.Option(action.name(), formats.text(action)))
                        .toList());
    }

    private List<BasePages.Fact> facts(RecognitionView recognition, List<TermView> terms) {
        var facts = new ArrayList<BasePages.Fact>();
        facts.add(fact("recognition.statement", recognition.statement()));
        facts.add(fact("recognition.experts", recognition.experts()));
        facts.add(fact(
                "recognition.score",
                recognition.score() == null ? null : recognition.score().toPlainString()));
        facts.add(fact(
                "recognition.notice-until",
                recognition.noticeUntil() == null ? null : formats.deadline(recognition.noticeUntil())));
        facts.add(fact("recognition.term", validity(recognition, terms)));
        facts.add(fact("recognition.model", recognition.model() ? formats.text("recognition.model.yes") : null));
        if (recognition.status() == RecognitionStatus.RECTIFYING && recognition.rectifyUntil() != null) {
            facts.add(fact("recognition.rectify-until", formats.deadline(recognition.rectifyUntil())));
        }
        if (recognition.status() == RecognitionStatus.NEEDS_SUPPLEMENT && recognition.supplementUntil() != null) {
            facts.add(fact("recognition.supplement-until", formats.deadline(recognition.supplementUntil())));
        }
        return facts;
    }

    private BasePages.Fact fact(String key, @Nullable String text) {
        return new BasePages.Fact(formats.text(key), text, null);
    }

    private List<BasePages.Entry> history(RecognitionView recognition, List<StepView> steps, Map<UUID, String> people) {
        Stream<BasePages.Entry> moves = steps.stream()
                .map(step -> new BasePages.Entry(
                        Objects.requireNonNullElse(formats.minute(step.at()), ""),
                        formats.text(step.action()),
                        step.personId() == null ? null : people.get(step.personId()),
                        step.reason().isEmpty() ? null : step.reason(),
                        false));
        return Stream.concat(
                        moves,
                        Stream.of(new BasePages.Entry(
                                Objects.requireNonNullElse(formats.minute(recognition.appliedAt()), ""),
                                formats.text("base.event.RecognitionApplied"),
                                people.get(recognition.appliedBy()),
                                null,
                                false)))
                .toList();
    }

    /** What this person may do now. */
    private static List<RecognitionAction> actions(RecognitionView recognition, BaseView base) {
        Actor actor = Actor.current();
        UUID operator = base.entry().operatorUnitId();
        return recognition.status().actions().stream()
                .filter(action -> {
                    Right right = action.right();
                    return right != null
                            && (right == Right.RECOGNITION_APPLY
                                    ? operator != null && actor.may(right, operator)
                                    : actor.may(right));
                })
                .toList();
    }

    @Transactional(readOnly = true)
    FormPage blank(UUID id) {
        BaseView base = bases.base(id);
        return new FormPage(id, base.name(formats.locale()), texts.options(RecognitionLevel.class));
    }

    /** The form of a move that this person may make now; any other is not there. */
    @Transactional(readOnly = true)
    StepPage step(UUID id, String action) {
        RecognitionView recognition = records.recognition(id).recognitions().getFirst();
        BaseView base = bases.base(recognition.baseId());
        RecognitionAction asked = actions(recognition, base).stream()
                .filter(one -> one.name().equals(action))
                .findFirst()
                .orElseThrow(() -> new NotFound("move " + action));
        boolean assesses = asked == RecognitionAction.KEEP || asked == RecognitionAction.DEMAND;
        return new StepPage(
                id,
                base.name(formats.locale()),
                formats.text(asked),
                asked.name(),
                asked != RecognitionAction.START_REVIEW && asked != RecognitionAction.RECOGNISE,
                asked == RecognitionAction.START_REVIEW,
                asked == RecognitionAction.PASS,
                asked == RecognitionAction.RECOGNISE || asked == RecognitionAction.RENEW,
                asked == RecognitionAction.RECOGNISE,
                assesses,
                assesses
                        ? texts.options(Grade.class).stream()
                                .filter(grade -> grade.value().equals(Grade.FAILED.name())
                                        == (asked == RecognitionAction.DEMAND))
                                .toList()
                        : List.of(),
                today().toString(),
                RecognitionTerms.YEARS);
    }
}
