package fledge.template.web;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.kernel.Labelled;
import fledge.kernel.Month;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.template.CollectedPeriods;
import fledge.template.NewTemplate;
import fledge.template.TemplateService;
import fledge.template.TemplateStatus;
import fledge.template.TemplateView;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Report templates laid out: the list, one version beside another, and the form to write the next. */
@Component
class TemplatePages {

    private static final int QUARTERS_OFFERED = 8;
    private static final int MONTHS_OFFERED = 12;

    private final TemplateService templates;
    private final CollectedPeriods collected;
    private final ProgrammeService programmes;
    private final AccountService accounts;
    private final PortalClock clock;
    private final Formats formats;

    TemplatePages(
            TemplateService templates,
            CollectedPeriods collected,
            ProgrammeService programmes,
            AccountService accounts,
            PortalClock clock,
            Formats formats) {
        this.templates = templates;
        this.collected = collected;
        this.programmes = programmes;
        this.accounts = accounts;
        this.clock = clock;
        this.formats = formats;
    }

    record TemplateListPage(List<Row> rows, List<Option> without, boolean mayMake) {}

    record Row(
            UUID id,
            String formCode,
            String name,
            int edition,
            String programme,
            boolean sample,
            String frequency,
            String respondents,
            String issuer,
            String approvalNo,
            @Nullable String validUntil,
            boolean expired,
            String status,
            String tone) {}

    record TemplateShowPage(
            Row row,
            int version,
            List<Line> facts,
            List<String> periods,
            List<ItemRow> items,
            @Nullable String over,
            @Nullable Comparison comparison,
            List<VersionRow> versions,
            boolean mayApprove,
            boolean isOwnDraft,
            UUID programme,
            boolean mayRevise) {}

    record Line(String label, @Nullable String text) {}

    /** An item, and in which periods of a year it is asked. */
    record ItemRow(int number, String indicator, String measure, String kind, String frequency, List<Boolean> due) {}

    record Comparison(int edition, List<Change> changes) {}

    record Change(
            String what, @Nullable String before, @Nullable String after) {}

    record VersionRow(
            UUID id,
            int edition,
            String status,
            String tone,
            String from,
            @Nullable String until,
            String made,
            @Nullable String approved,
            boolean current) {}

    record TemplateFormPage(
            UUID programme,
            String programmeName,
            Map<String, String> values,
            List<Option> respondents,
            List<Option> frequencies,
            List<Option> periods,
            List<ItemChoice> items) {}

    record ItemChoice(String indicator, String measure, List<Option> options, String chosen) {}

    record Option(String value, String label) {}

    @Transactional(readOnly = true)
    TemplateListPage list() {
        Map<UUID, ProgrammeView> byId = programmes.programmes().stream()
                .collect(Collectors.toMap(
                        ProgrammeView::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        List<TemplateView> listed = templates.listed();
        Set<UUID> having = listed.stream().map(TemplateView::programmeId).collect(Collectors.toSet());
        return new TemplateListPage(
                listed.stream()
                        .map(template -> row(template, Objects.requireNonNull(byId.get(template.programmeId()))))
                        .toList(),
                byId.values().stream()
                        .filter(programme -> programme.running() && !having.contains(programme.id()))
                        .map(programme -> new Option(programme.id().toString(), programme.name(formats.locale())))
                        .toList(),
                Actor.current().may(Right.TEMPLATE_MAKE));
    }

    private Row row(TemplateView template, ProgrammeView programme) {
        LocalDate validUntil = template.head().validUntil();
        return new Row(
                template.id(),
                template.head().formCode(),
                template.name(),
                template.edition(),
                programme.name(formats.locale()),
                programme.isSample(),
                formats.text(template.frequency()),
                formats.text(template.respondents()),
                template.head().issuer(),
                template.head().approvalNo(),
                validUntil == null ? null : validUntil.toString(),
                validUntil != null && validUntil.isBefore(today()),
                formats.text(template.status()),
                tone(template.status()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }

    static String tone(TemplateStatus status) {
        return switch (status) {
            case DRAFT -> "working";
            case APPROVED -> "waiting";
            case EFFECTIVE -> "done";
            case SUPERSEDED -> "neutral";
        };
    }

    @Transactional(readOnly = true)
    TemplateShowPage show(UUID id, String against) {
        TemplateView template = templates.template(id);
        List<TemplateView> versions = templates.versions(template.programmeId());
        Map<UUID, IndicatorView> indicators = indicators(template.programmeId());
        ProgrammeView programme = programmes.programme(template.programmeId());
        boolean draft = template.status() == TemplateStatus.DRAFT;
        boolean own = template.madeBy().equals(Actor.current().personId());
        boolean approves = draft && Actor.current().may(Right.TEMPLATE_APPROVE);
        List<Period> year = year(template);
        return new TemplateShowPage(
                row(template, programme),
                template.version(),
                facts(template),
                year.stream().map(this::inYear).toList(),
                IntStream.range(0, template.items().size())
                        .mapToObj(at -> itemRow(at + 1, template.items().get(at), indicators, year))
                        .toList(),
                programme.isSample() ? formats.text("ui.demo") : null,
                comparedWith(template, versions, against)
                        .map(other -> compare(other, template, indicators))
                        .orElse(null),
                versions.stream()
                        .map(version -> versionRow(version, version.id().equals(id)))
                        .toList(),
                approves && !own,
                approves && own,
                programme.id(),
                programme.running() && Actor.current().may(Right.TEMPLATE_MAKE));
    }

    private Map<UUID, IndicatorView> indicators(UUID programmeId) {
        return programmes.indicators(programmeId).stream()
                .collect(Collectors.toMap(
                        IndicatorView::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The periods of one year, for the plan of when what is asked. */
    private static List<Period> year(TemplateView template) {
        int year = template.effectiveFrom().start().getYear();
        return template.frequency() == Frequency.MONTH
                ? IntStream.rangeClosed(1, 12)
                        .<Period>mapToObj(month -> new Month(year, month))
                        .toList()
                : IntStream.rangeClosed(1, 4)
                        .<Period>mapToObj(quarter -> new Quarter(year, quarter))
                        .toList();
    }

    private String inYear(Period period) {
        return switch (period) {
            case Quarter quarter -> formats.text("template.plan.quarter", quarter.number());
            case Month month -> formats.text("template.plan.month", month.number());
        };
    }

    private List<Line> facts(TemplateView template) {
        List<Line> facts = new ArrayList<>();
        describe(template).forEach((key, text) -> facts.add(new Line(formats.text("template.field." + key), text)));
        UUID approver = template.approvedBy();
        Map<UUID, String> names = accounts.personNames(
                approver == null ? Set.of(template.madeBy()) : Set.of(template.madeBy(), approver));
        facts.add(new Line(
                formats.text("template.made"), names.get(template.madeBy()) + " " + formats.minute(template.madeAt())));
        if (approver != null) {
            facts.add(new Line(
                    formats.text("template.approved-by"),
                    names.get(approver) + " " + formats.minute(template.approvedAt())));
        }
        return facts;
    }

    /** Everything a version says beside its items, in the order of the page. */
    private Map<String, @Nullable String> describe(TemplateView template) {
        LocalDate validUntil = template.head().validUntil();
        Map<String, @Nullable String> says = new LinkedHashMap<>();
        says.put("name", template.name());
        says.put("formCode", template.head().formCode());
        says.put("issuer", template.head().issuer());
        says.put("approvalNo", template.head().approvalNo());
        says.put("validUntil", validUntil == null ? null : validUntil.toString());
        says.put("respondents", formats.text(template.respondents()));
        says.put("frequency", formats.text(template.frequency()));
        says.put("effectiveFrom", formats.period(template.effectiveFrom()));
        return says;
    }

    private ItemRow itemRow(int number, NewTemplate.Item item, Map<UUID, IndicatorView> indicators, List<Period> year) {
        IndicatorView indicator = Objects.requireNonNull(indicators.get(item.indicatorId()));
        return new ItemRow(
                number,
                indicator.name(formats.locale()),
                formats.text(indicator.valueMeasure()),
                kind(formats, indicator),
                formats.text(item.frequency()),
                year.stream().map(item.frequency()::isDueIn).toList());
    }

    /** Whether the figure is one of a moment or of a span; it is the indicator's own and the same in each of its forms. */
    static String kind(Formats formats, IndicatorView indicator) {
        return formats.text(indicator.accumulation().isFlow() ? "template.kind.flow" : "template.kind.stock");
    }

    private static Optional<TemplateView> comparedWith(
            TemplateView template, List<TemplateView> versions, String against) {
        Optional<TemplateView> chosen = versions.stream()
                .filter(version ->
                        version.id().toString().equals(against) && !version.id().equals(template.id()))
                .findFirst();
        return chosen.isPresent()
                ? chosen
                : versions.stream()
                        .filter(version -> version.edition() < template.edition() && version.approvedAt() != null)
                        .findFirst();
    }

    private Comparison compare(TemplateView before, TemplateView after, Map<UUID, IndicatorView> indicators) {
        List<Change> changes = new ArrayList<>();
        Map<String, @Nullable String> was = describe(before);
        describe(after).forEach((key, text) -> {
            if (!Objects.equals(was.get(key), text)) {
                changes.add(new Change(formats.text("template.field." + key), was.get(key), text));
            }
        });
        for (IndicatorView indicator : indicators.values()) {
            String then = frequency(before, indicator);
            String now = frequency(after, indicator);
            if (!then.equals(now)) {
                changes.add(new Change(indicator.name(formats.locale()), then, now));
            }
        }
        return new Comparison(before.edition(), changes);
    }

    private String frequency(TemplateView template, IndicatorView indicator) {
        return template.frequencyOf(indicator.id())
                .map(formats::text)
                .orElseGet(() -> formats.text("template.not-asked"));
    }

    private VersionRow versionRow(TemplateView version, boolean current) {
        Period until = version.effectiveUntil();
        return new VersionRow(
                version.id(),
                version.edition(),
                formats.text(version.status()),
                tone(version.status()),
                formats.period(version.effectiveFrom()),
                until == null
                        ? null
                        : until.equals(version.effectiveFrom())
                                ? formats.text("template.never-asked")
                                : formats.period(until.plus(-1)),
                Objects.requireNonNullElse(formats.minute(version.madeAt()), ""),
                formats.minute(version.approvedAt()),
                current);
    }

    /** The form for a programme's next version, filled with its last; without a programme, of the one that runs. */
    @Transactional(readOnly = true)
    TemplateFormPage form(String programme) {
        ProgrammeView of = programmes.programmes().stream()
                .filter(ProgrammeView::running)
                .filter(candidate ->
                        programme.isEmpty() || candidate.id().toString().equals(programme))
                .findFirst()
                .orElseThrow(() -> new NotFound("running programme " + programme));
        TemplateView last = templates.versions(of.id()).stream().findFirst().orElse(null);
        Optional<Period> newest = collected.newest(of.id());
        List<Frequency> settled = (last != null && last.approvedAt() != null
                        ? Optional.of(last.frequency())
                        : newest.map(Frequency::of))
                .map(List::of)
                .orElse(List.of(Frequency.QUARTER, Frequency.MONTH));
        return new TemplateFormPage(
                of.id(),
                of.name(formats.locale()),
                values(last, settled.getFirst()),
                options(List.of(Respondents.values())),
                options(settled),
                settled.stream()
                        .flatMap(frequency -> periods(frequency, newest))
                        .toList(),
                indicators(of.id()).values().stream()
                        .map(indicator -> choice(indicator, last))
                        .toList());
    }

    private Stream<Option> periods(Frequency frequency, Optional<Period> newest) {
        Period first = newest.map(period -> period.plus(1))
                .orElse(frequency.periodOf(today()).plus(-1));
        return IntStream.range(0, frequency == Frequency.MONTH ? MONTHS_OFFERED : QUARTERS_OFFERED)
                .mapToObj(first::plus)
                .map(period -> new Option(period.code(), formats.period(period)));
    }

    /** As in the version before; but who is asked is declared anew each time, because the law asks more of a form that goes outside. */
    private static Map<String, String> values(@Nullable TemplateView last, Frequency frequency) {
        var values = new LinkedHashMap<String, String>();
        values.put("frequency", frequency.name());
        if (last != null) {
            LocalDate validUntil = last.head().validUntil();
            values.put("name", last.name());
            values.put("formCode", last.head().formCode());
            values.put("issuer", last.head().issuer());
            values.put("approvalNo", last.head().approvalNo());
            values.put("validUntil", validUntil == null ? "" : validUntil.toString());
            values.put("frequency", last.frequency().name());
            values.put("effectiveFrom", last.effectiveFrom().code());
        }
        return values;
    }

    private <E extends Enum<E> & Labelled> List<Option> options(List<E> choices) {
        return choices.stream()
                .map(choice -> new Option(choice.name(), formats.text(choice)))
                .toList();
    }

    private ItemChoice choice(IndicatorView indicator, @Nullable TemplateView last) {
        return new ItemChoice(
                indicator.name(formats.locale()),
                formats.text(indicator.valueMeasure()) + " · " + kind(formats, indicator),
                Arrays.stream(Frequency.values())
                        .map(frequency ->
                                new Option(TemplateForm.item(indicator.id(), frequency), formats.text(frequency)))
                        .toList(),
                last == null
                        ? TemplateForm.item(indicator.id(), Frequency.QUARTER)
                        : last.frequencyOf(indicator.id())
                                .map(frequency -> TemplateForm.item(indicator.id(), frequency))
                                .orElse(""));
    }
}
