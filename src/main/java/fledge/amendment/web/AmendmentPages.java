package fledge.amendment.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.amendment.AmendmentAction;
import fledge.amendment.AmendmentCause;
import fledge.amendment.AmendmentFinder;
import fledge.amendment.AmendmentFinder.Amendable;
import fledge.amendment.AmendmentFinder.Changed;
import fledge.amendment.AmendmentFinder.Choice;
import fledge.amendment.AmendmentFinder.Dossier;
import fledge.amendment.AmendmentFinder.Draft;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentStatus;
import fledge.amendment.AmendmentStepView;
import fledge.amendment.AmendmentView;
import fledge.attachment.web.AttachmentPages;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Labelled;
import fledge.kernel.Period;
import fledge.monitoring.FigureText;
import fledge.monitoring.FigureUse;
import fledge.monitoring.LineContent;
import fledge.monitoring.ReopeningService.Cells;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnStatus;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays amendments out: the list, one with what it affects, and the form that asks for it. */
@Component
class AmendmentPages {

    /** The views of the list: what waits, what is open, what is under review, what is over. */
    private enum View {
        ALIVE(AmendmentStatus.DRAFT, AmendmentStatus.REQUESTED, AmendmentStatus.OPEN, AmendmentStatus.RESUBMITTED),
        REQUESTED(AmendmentStatus.REQUESTED),
        OPEN(AmendmentStatus.OPEN),
        RESUBMITTED(AmendmentStatus.RESUBMITTED),
        COMPLETED(AmendmentStatus.COMPLETED),
        ENDED(AmendmentStatus.REFUSED, AmendmentStatus.LAPSED, AmendmentStatus.WITHDRAWN);

        @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
        private final Set<AmendmentStatus> statuses;

        View(AmendmentStatus... statuses) {
            this.statuses = Set.of(statuses);
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Enough for every year of a programme; what is older is found by its return. */
    private static final int LISTED = 200;

    private final AmendmentFinder amendments;
    private final UnitService units;
    private final AccountService accounts;
    private final ProgrammeService programmes;
    private final AmendmentFilePages files;
    private final PortalClock clock;
    private final Formats formats;

    AmendmentPages(
            AmendmentFinder amendments,
            UnitService units,
            AccountService accounts,
            ProgrammeService programmes,
            AmendmentFilePages files,
            PortalClock clock,
            Formats formats) {
        this.amendments = amendments;
        this.units = units;
        this.accounts = accounts;
        this.programmes = programmes;
        this.files = files;
        this.clock = clock;
        this.formats = formats;
    }

    record ListPage(List<Tab> tabs, List<Row> rows, boolean cut) {}

    record Tab(
            String label,
            String href,
            boolean current,
            @Nullable Integer count) {}

    record Row(
            UUID id,
            String quarter,
            String unit,
            String kind,
            String status,
            String tone,
            String turn,
            @Nullable String due,
            @Nullable String left,
            @Nullable String since) {}

    record Option(String value, String label) {}

    record Part(String value, String label, @Nullable String content) {}

    /** The form; without lines to name, why there is nothing to ask for. */
    record FormPage(
            String quarter,
            String unit,
            String action,
            String back,
            @Nullable AmendmentStatus status,
            @Nullable String whyNot,
            @Nullable String aliveHref,
            boolean missed,
            List<Option> kinds,
            List<Option> causes,
            List<Part> lines,
            Set<String> named,
            @Nullable String kind,
            @Nullable String cause,
            String reason,
            String evidence) {}

    record ShowPage(
            UUID id,
            String quarter,
            String unit,
            String status,
            String tone,
            String turn,
            @Nullable String due,
            @Nullable String left,
            List<Step> steps,
            List<Fact> facts,
            List<ChangedRow> lines,
            boolean written,
            int impactCount,
            List<ImpactRow> impacts,
            int impactEdition,
            Set<String> open,
            List<ClosedRow> closed,
            boolean mayExtend,
            boolean read,
            String returnHref,
            List<AttachmentPages.Row> files,
            List<Entry> timeline) {

        /** May this be done now? */
        public boolean may(String action) {
            return open.contains(action);
        }
    }

    record Step(String text, String state, String note) {}

    record Fact(String label, @Nullable String text) {}

    record ChangedRow(
            String figure,
            String measure,
            @Nullable String before,
            @Nullable String after,
            boolean changed) {}

    record ImpactRow(
            String kind,
            @Nullable String indicator,
            @Nullable String quarter,
            @Nullable String label,
            String href) {}

    record ClosedRow(String text, String reason) {}

    record Entry(
            String at,
            String title,
            @Nullable String who,
            @Nullable String note,
            boolean expected) {}

    @Transactional(readOnly = true)
    ListPage list(String state) {
        View chosen = Arrays.stream(View.values())
                .filter(view -> view.key().equals(state))
                .findFirst()
                .orElse(View.ALIVE);
        List<AmendmentView> all = amendments.list(EnumSet.allOf(AmendmentStatus.class));
        List<AmendmentView> shown = all.stream()
                .filter(view -> chosen.statuses.contains(view.status()))
                .toList();
        Map<UUID, UnitView> byId = units.byId();
        return new ListPage(
                Arrays.stream(View.values())
                        .map(view -> new Tab(
                                formats.text("amendment.view." + view.key()),
                                "/amendments?state=" + view.key(),
                                view == chosen,
                                (int) all.stream()
                                        .filter(one -> view.statuses.contains(one.status()))
                                        .count()))
                        .toList(),
                shown.stream().limit(LISTED).map(view -> row(view, byId)).toList(),
                shown.size() > LISTED);
    }

    private Row row(AmendmentView view, Map<UUID, UnitView> byId) {
        Instant due = due(view);
        return new Row(
                view.id(),
                formats.period(view.period()),
                Objects.requireNonNull(byId.get(view.unitId())).name(formats.locale()),
                formats.text(view.kind()),
                formats.text(view.status()),
                tone(view.status()),
                turn(view.status(), null),
                due == null ? null : formats.deadline(due),
                due == null ? null : formats.left(due, clock.now()),
                formats.minute(view.since()));
    }

    /** Only what is open runs against the clock. */
    private static @Nullable Instant due(AmendmentView view) {
        return view.status() == AmendmentStatus.OPEN ? view.expiresAt() : null;
    }

    /** Whose turn it is; while it is open or resubmitted the return's state tells. */
    private String turn(AmendmentStatus status, @Nullable ReturnStatus report) {
        String who = switch (status) {
            case DRAFT -> "requester";
            case REQUESTED -> "decider";
            case OPEN -> report == ReturnStatus.AWAITING_SIGN_OFF ? "certifier" : "preparer";
            case RESUBMITTED -> "reviewer";
            case COMPLETED, REFUSED, LAPSED, WITHDRAWN -> "nobody";
        };
        return formats.text("amendment.turn." + who);
    }

    private static String tone(AmendmentStatus status) {
        return switch (status) {
            case DRAFT -> "neutral";
            case REQUESTED, RESUBMITTED -> "waiting";
            case OPEN -> "working";
            case COMPLETED -> "done";
            case REFUSED -> "refused";
            case LAPSED -> "attention";
            case WITHDRAWN -> "neutral";
        };
    }

    /** An empty form, or one that asks for the final values of whatever is provisional in the return. */
    @Transactional(readOnly = true)
    FormPage begin(UUID returnId, boolean late) {
        Amendable amendable = amendments.amendable(returnId);
        return form(
                amendable, "/returns/" + returnId + "/amendments", late ? lateData(amendable.cells()) : Filled.NOTHING);
    }

    private static Filled lateData(Cells cells) {
        return new Filled(
                null,
                cells.lines().stream()
                        .filter(line ->
                                line.standing().isOpen() && line.content().isFilled())
                        .map(ReturnSheet.Line::id)
                        .collect(Collectors.toSet()),
                AmendmentKind.LATE_DATA,
                AmendmentCause.FINAL_FIGURE,
                "",
                "");
    }

    @Transactional(readOnly = true)
    FormPage edit(UUID id) {
        Draft draft = amendments.draftOf(id);
        AmendmentView words = draft.amendment();
        return form(
                amendments.amendable(words.returnId()),
                "/amendments/" + id,
                new Filled(
                        words.status(), draft.lines(), words.kind(), words.cause(), words.reason(), words.evidence()));
    }

    /** What the form holds before somebody types; only a draft has a status. */
    private record Filled(
            @Nullable AmendmentStatus status,
            Set<UUID> lines,
            @Nullable AmendmentKind kind,
            @Nullable AmendmentCause cause,
            String reason,
            String evidence) {

        static final Filled NOTHING = new Filled(null, Set.of(), null, null, "", "");
    }

    private FormPage form(Amendable amendable, String action, Filled filled) {
        Cells cells = amendable.cells();
        boolean missed = cells.report().status() == ReturnStatus.MISSED;
        AmendmentView alive = amendable.alive();
        return new FormPage(
                formats.period(cells.report().round().period()),
                unit(cells.report().unitId()),
                action,
                filled.status() == null ? "/returns/" + cells.report().id() : action,
                filled.status(),
                amendable.whyNotKey() == null ? null : formats.text(amendable.whyNotKey()),
                alive == null ? null : "/amendments/" + alive.id(),
                missed,
                options(
                        missed
                                ? EnumSet.of(AmendmentKind.LATE_ENTRY)
                                : EnumSet.complementOf(EnumSet.of(AmendmentKind.LATE_ENTRY))),
                options(EnumSet.allOf(AmendmentCause.class)),
                cells.lines().stream()
                        .map(line -> new Part(
                                line.id().toString(),
                                FigureText.name(formats, line.indicator(), line.item()),
                                shown(line, line.content())))
                        .toList(),
                filled.lines().stream().map(UUID::toString).collect(Collectors.toSet()),
                filled.kind() == null ? null : filled.kind().name(),
                filled.cause() == null ? null : filled.cause().name(),
                filled.reason(),
                filled.evidence());
    }

    private <E extends Enum<E> & Labelled> List<Option> options(EnumSet<E> values) {
        return values.stream()
                .map(value -> new Option(value.name(), formats.text(value)))
                .toList();
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        Dossier dossier = amendments.dossier(id);
        AmendmentView view = dossier.amendment();
        Map<UUID, String> names = names(dossier);
        Instant due = due(view);
        return new ShowPage(
                id,
                formats.period(view.period()),
                unit(view.unitId()),
                formats.text(view.status()),
                tone(view.status()),
                turn(view.status(), dossier.report().status()),
                due == null ? null : formats.deadline(due),
                due == null ? null : formats.left(due, dossier.now()),
                steps(view.status()),
                facts(view, names),
                dossier.lines().stream().map(this::changed).toList(),
                dossier.lines().stream().anyMatch(line -> line.after() != null),
                dossier.impacts().size(),
                impacts(dossier),
                view.impactEdition(),
                dossier.choices().stream()
                        .filter(choice -> choice.whyNotKey() == null)
                        .map(choice -> choice.action().name())
                        .collect(Collectors.toSet()),
                closed(dossier),
                dossier.whyNotExtended() == null
                        && Actor.current().may(Right.AMENDMENT_DECIDE)
                        && !view.requestedBy().equals(Actor.current().personId()),
                view.acknowledged() != null,
                "/returns/" + view.returnId(),
                files.rows(id, unit(view.unitId())),
                dossier.steps().stream().map(step -> entry(step, names)).toList());
    }

    private List<ClosedRow> closed(Dossier dossier) {
        return dossier.choices().stream()
                .filter(choice -> choice.whyNotKey() != null)
                .filter(choice -> choice.action() != AmendmentAction.REFUSE)
                .map(choice -> new ClosedRow(formats.text(choice.action()), why(choice)))
                .toList();
    }

    private String why(Choice choice) {
        return formats.text(Objects.requireNonNull(choice.whyNotKey()));
    }

    private List<Step> steps(AmendmentStatus status) {
        int at = switch (status) {
            case DRAFT, WITHDRAWN -> 0;
            case REQUESTED, REFUSED -> 1;
            case OPEN, LAPSED -> 2;
            case RESUBMITTED -> 3;
            case COMPLETED -> 5;
        };
        List<String> keys = List.of("request", "decide", "correct", "review", "complete");
        var steps = new ArrayList<Step>();
        for (int i = 0; i < keys.size(); i++) {
            steps.add(new Step(
                    formats.text("amendment.step." + keys.get(i)),
                    i < at ? "DONE" : i == at ? "CURRENT" : "AHEAD",
                    ""));
        }
        return steps;
    }

    private List<Fact> facts(AmendmentView view, Map<UUID, String> names) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("kind", formats.text(view.kind())));
        facts.add(fact("cause", formats.text(view.cause())));
        facts.add(fact("reason", view.reason()));
        facts.add(fact("evidence", view.evidence()));
        facts.add(fact("requested-by", by(names.get(view.requestedBy()), view.requestedAt())));
        UUID decidedBy = view.decidedBy();
        if (decidedBy != null) {
            facts.add(fact("decided-by", by(names.get(decidedBy), view.decidedAt())));
        }
        UUID extendedBy = view.extendedBy();
        if (extendedBy != null) {
            facts.add(fact("extended-by", names.get(extendedBy)));
        }
        return facts;
    }

    private Fact fact(String key, @Nullable String text) {
        return new Fact(formats.text("amendment.fact." + key), text);
    }

    private String by(@Nullable String name, @Nullable Instant at) {
        String when = formats.minute(at);
        return Objects.requireNonNullElse(name, "") + (when == null ? "" : " " + when);
    }

    private ChangedRow changed(Changed line) {
        LineContent after = line.after();
        return new ChangedRow(
                FigureText.name(formats, line.line().indicator(), line.line().item()),
                FigureText.measure(formats, line.line().indicator(), line.line().item()),
                shown(line.line(), line.before()),
                after == null ? null : shown(line.line(), after),
                after != null && !after.hasSameFigureAs(line.before()));
    }

    private @Nullable String shown(ReturnSheet.Line line, LineContent content) {
        return FigureText.content(
                formats, line.item(), content, line.indicator().valueMeasure());
    }

    private List<ImpactRow> impacts(Dossier dossier) {
        if (dossier.impacts().isEmpty()) {
            return List.of();
        }
        Map<UUID, IndicatorView> byId = programmes
                .indicators(dossier.report().round().programmeId())
                .stream()
                .collect(Collectors.toMap(IndicatorView::id, Function.identity()));
        return dossier.impacts().stream()
                .collect(Collectors.groupingBy(Place::of, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(place -> impact(place.getKey(), place.getValue(), byId))
                .toList();
    }

    /** What stands at one place of the portal and differs by its label only, as the ratings of a quarter do by their days. */
    private record Place(
            String kind,
            @Nullable UUID indicatorId,
            @Nullable Period period,
            String path) {

        static Place of(FigureUse use) {
            return new Place(use.kind(), use.indicatorId(), use.period(), use.path());
        }
    }

    private ImpactRow impact(Place place, List<FigureUse> uses, Map<UUID, IndicatorView> byId) {
        IndicatorView indicator = place.indicatorId() == null ? null : byId.get(place.indicatorId());
        String first = uses.getFirst().label();
        return new ImpactRow(
                formats.text(place.kind()),
                indicator == null ? null : indicator.name(formats.locale()),
                place.period() == null ? null : formats.period(place.period()),
                uses.size() == 1
                        ? first
                        : formats.text(
                                "amendment.impact.several",
                                first,
                                uses.getLast().label(),
                                uses.size()),
                place.path());
    }

    private Entry entry(AmendmentStepView step, Map<UUID, String> names) {
        return new Entry(
                Objects.requireNonNullElse(formats.minute(step.at()), ""),
                formats.text("amendment.timeline", formats.text(step.action()), formats.text(step.to())),
                step.personId() == null
                        ? formats.text("amendment.timeline.system")
                        : names.getOrDefault(step.personId(), ""),
                step.reason().isEmpty() ? null : step.reason(),
                false);
    }

    private Map<UUID, String> names(Dossier dossier) {
        var people = new HashSet<UUID>();
        people.add(dossier.amendment().requestedBy());
        UUID decidedBy = dossier.amendment().decidedBy();
        if (decidedBy != null) {
            people.add(decidedBy);
        }
        UUID extendedBy = dossier.amendment().extendedBy();
        if (extendedBy != null) {
            people.add(extendedBy);
        }
        dossier.steps().stream()
                .map(AmendmentStepView::personId)
                .filter(Objects::nonNull)
                .forEach(people::add);
        return accounts.personNames(people);
    }

    private String unit(UUID id) {
        return units.unit(id).name(formats.locale());
    }
}
