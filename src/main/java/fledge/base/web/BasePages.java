package fledge.base.web;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.attachment.web.AttachmentPages;
import fledge.base.BaseEntry;
import fledge.base.BaseField;
import fledge.base.BaseFilter;
import fledge.base.BaseKind;
import fledge.base.BaseLevel;
import fledge.base.BaseNumbers;
import fledge.base.BasePhase;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.ClashService;
import fledge.base.ClashView;
import fledge.base.LedgerCount;
import fledge.base.MilestoneView;
import fledge.base.Precision;
import fledge.base.ResidencyLedger;
import fledge.base.ResultNature;
import fledge.base.ResultService;
import fledge.base.ResultTopic;
import fledge.base.rules.Share;
import fledge.identity.AccountService;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.ui.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A base laid out: what it is, what it promised and reached, what documents contradict, and who wrote all this when. */
@Component
class BasePages {

    private static final Set<UnitKind> ZONES = Set.of(UnitKind.DISTRICT, UnitKind.TOWN, UnitKind.CITY);

    private final BaseService bases;
    private final ResultService results;
    private final ClashService clashes;
    private final RecognitionPages recognitions;
    private final ResidencyLedger ledger;
    private final ResidentPages residents;
    private final BaseGoals goals;
    private final BaseFilePages files;
    private final MonthDue month;
    private final UnitService units;
    private final AccountService accounts;
    private final BaseTexts texts;
    private final Formats formats;

    BasePages(
            BaseService bases,
            ResultService results,
            ClashService clashes,
            RecognitionPages recognitions,
            ResidencyLedger ledger,
            ResidentPages residents,
            BaseGoals goals,
            BaseFilePages files,
            MonthDue month,
            UnitService units,
            AccountService accounts,
            BaseTexts texts,
            Formats formats) {
        this.bases = bases;
        this.results = results;
        this.clashes = clashes;
        this.recognitions = recognitions;
        this.ledger = ledger;
        this.residents = residents;
        this.goals = goals;
        this.files = files;
        this.month = month;
        this.units = units;
        this.accounts = accounts;
        this.texts = texts;
        this.formats = formats;
    }

    record ShowPage(
            UUID id,
            String name,
            String over,
            boolean sample,
            MonthDue.@Nullable Due month,
            List<Fact> facts,
            List<Fact> numbers,
            Residents residents,
            List<BaseGoals.Row> results,
            List<MilestoneRow> milestones,
            List<ClashRow> clashes,
            List<Recognised> recognitions,
            List<RecognitionPages.Assessed> assessments,
            List<AttachmentPages.Row> files,
            List<Entry> history,
            @Nullable String auditHref,
            boolean mayManage,
            boolean mayApply) {}

    /** What the ledger says today; without anybody ever in it there are no tiles. */
    record Residents(
            List<ResidentPages.Tile> tiles, @Nullable String doubts, boolean mayKeep) {}

    record Recognised(
            UUID id,
            String level,
            String status,
            String tone,
            @Nullable String validity) {}

    /** A label with what is to be said; {@code href} leads to what it speaks of. */
    record Fact(
            String label, @Nullable String text, @Nullable String href) {}

    record MilestoneRow(
            UUID id, String what, String due, @Nullable String reached) {}

    record ClashRow(UUID id, String field, String values, boolean open) {}

    record Entry(
            String at,
            String title,
            @Nullable String who,
            @Nullable String note,
            boolean expected) {}

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        List<BaseView> all = bases.list(BaseFilter.ALL);
        BaseView base = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("base " + id));
        LedgerCount count = residents.count(base, residents.today());
        RecognitionPages.OfBase recognised = recognitions.of(base);
        List<ClashView> found = clashes.ofBase(base);
        return new ShowPage(
                id,
                base.name(formats.locale()),
                formats.text(base.entry().kind()),
                base.entry().sample(),
                month.of(base),
                facts(base, all),
                numbers(base.entry(), found, count),
                residents(base, count),
                goals.rows(base, results.results(List.of(base)).getOrDefault(id, List.of()), count, residents.today()),
                results.milestones(base).stream().map(this::milestone).toList(),
                found.stream().map(this::clash).toList(),
                recognised.recognitions(),
                recognised.assessments(),
                files.rows(base),
                history(base, found),
                Actor.current().may(Right.AUDIT_READ) ? "/audit?subject=" + id : null,
                Actor.current().may(Right.BASE_MANAGE),
                base.entry().operatorUnitId() != null
                        && Actor.current()
                                .may(Right.RECOGNITION_APPLY, base.entry().operatorUnitId()));
    }

    private Residents residents(BaseView base, LedgerCount count) {
        return new Residents(count.isKept() ? residents.tiles(count) : List.of(), doubts(count), ledger.mayKeep(base));
    }

    /** Both kinds of doubt in words; nothing where there is none. */
    private @Nullable String doubts(LedgerCount count) {
        int closed = ledger.closed(count).size();
        return count.elsewhere() + closed == 0 ? null : formats.text("residency.doubts", count.elsewhere(), closed);
    }

    private List<Fact> facts(BaseView base, List<BaseView> all) {
        BaseEntry entry = base.entry();
        Map<UUID, UnitView> byId = units.byId();
        var facts = new ArrayList<Fact>();
        facts.add(fact("base.column.kind", formats.text(entry.kind())));
        facts.add(fact("base.column.level", texts.label(entry.level())));
        facts.add(fact("base.phase", texts.label(entry.phase())));
        facts.add(fact("base.column.zone", unit(entry.zoneId(), byId)));
        facts.add(fact("base.column.operator", entry.operatorName()));
        facts.add(fact("base.operatorUnit", unit(entry.operatorUnitId(), byId)));
        all.stream()
                .filter(other -> other.id().equals(entry.partOf()))
                .forEach(whole -> facts.add(
                        new Fact(formats.text("base.partOf"), whole.name(formats.locale()), "/bases/" + whole.id())));
        all.stream()
                .filter(other -> base.id().equals(other.entry().partOf()))
                .forEach(part -> facts.add(
                        new Fact(formats.text("base.part"), part.name(formats.locale()), "/bases/" + part.id())));
        facts.add(fact("base.note", entry.note()));
        facts.add(fact("base.source", texts.source(entry.source())));
        return facts;
    }

    private Fact fact(String key, @Nullable String text) {
        return new Fact(formats.text(key), text, null);
    }

    private @Nullable String unit(@Nullable UUID id, Map<UUID, UnitView> byId) {
        UnitView unit = id == null ? null : byId.get(id);
        return unit == null ? null : unit.name(formats.locale());
    }

    /** Areas and money as the register has them, and how much of the whole is let and spent. */
    private List<Fact> numbers(BaseEntry entry, List<ClashView> found, LedgerCount count) {
        BaseNumbers numbers = entry.numbers();
        return Stream.concat(
                        fields(entry, found),
                        Stream.of(
                                fact("base.let", formats.percent(Share.percent(count.areaM2(), numbers.floor()))),
                                fact(
                                        "base.spent",
                                        formats.percent(
                                                Share.percent(numbers.investmentDone(), numbers.investmentTotal())))))
                .toList();
    }

    private Stream<Fact> fields(BaseEntry entry, List<ClashView> found) {
        return Arrays.stream(BaseField.values()).map(field -> {
            ClashView open = found.stream()
                    .filter(clash -> clash.field() == field && clash.isOpen())
                    .findFirst()
                    .orElse(null);
            return open == null
                    ? new Fact(
                            formats.text(field),
                            texts.number(field, entry.numbers().of(field)),
                            null)
                    : new Fact(formats.text(field), formats.text("base.clashing"), "/base-clashes/" + open.id());
        });
    }

    private MilestoneRow milestone(MilestoneView milestone) {
        return new MilestoneRow(
                milestone.id(),
                milestone.what(),
                formats.period(milestone.due()),
                milestone.reached() == null ? null : formats.period(milestone.reached()));
    }

    private ClashRow clash(ClashView clash) {
        return new ClashRow(
                clash.id(),
                formats.text(clash.field()),
                clash.sides().stream()
                        .map(side -> texts.number(clash.field(), side.value()))
                        .collect(Collectors.joining(" / ")),
                clash.isOpen());
    }

    /** What happened to the base itself, the newest first. */
    private List<Entry> history(BaseView base, List<ClashView> found) {
        record Happened(
                Instant at,
                String title,
                @Nullable UUID who,
                @Nullable String note) {}
        var happened = new ArrayList<Happened>();
        happened.add(new Happened(
                base.registeredAt(), formats.text("base.event.BaseRegistered"), base.registeredBy(), null));
        Instant revisedAt = base.revisedAt();
        if (revisedAt != null) {
            happened.add(new Happened(revisedAt, formats.text("base.revised-last"), base.revisedBy(), null));
        }
        for (ClashView clash : found) {
            happened.add(new Happened(
                    clash.foundAt(),
                    formats.text("base.clash.found", clash.field()),
                    clash.foundBy(),
                    clash.sides().stream()
                            .map(side -> texts.number(clash.field(), side.value()))
                            .collect(Collectors.joining(" / "))));
            Instant settledAt = clash.settledAt();
            if (settledAt != null) {
                happened.add(new Happened(
                        settledAt,
                        formats.text("base.clash.settled", clash.field()),
                        clash.settledBy(),
                        clash.reason()));
            }
        }
        var people = new HashSet<UUID>();
        happened.forEach(one -> Stream.ofNullable(one.who()).forEach(people::add));
        Map<UUID, String> names = accounts.personNames(people);
        return happened.stream()
                .sorted(Comparator.comparing(Happened::at).reversed())
                .map(one -> new Entry(
                        Objects.requireNonNullElse(formats.minute(one.at()), ""),
                        one.title(),
                        one.who() == null ? null : names.get(one.who()),
                        one.note(),
                        false))
                .toList();
    }

    record FormPage(
            @Nullable UUID id,
            int version,
            Map<String, String> values,
            List<BaseTexts.Option> kinds,
            List<BaseTexts.Option> levels,
            List<BaseTexts.Option> phases,
            List<BaseTexts.Option> zones,
            List<BaseTexts.Option> operators,
            List<BaseTexts.Option> wholes,
            Set<String> clashing) {}

    /** The empty form. */
    @Transactional(readOnly = true)
    FormPage blank() {
        return form(null, Map.of(), Set.of());
    }

    @Transactional(readOnly = true)
    FormPage edit(UUID id) {
        BaseView base = bases.base(id);
        return form(
                base,
                BaseForm.values(base.entry()),
                clashes.ofBase(base).stream()
                        .map(clash -> clash.field().input())
                        .collect(Collectors.toSet()));
    }

    private FormPage form(@Nullable BaseView base, Map<String, String> values, Set<String> clashing) {
        return new FormPage(
                base == null ? null : base.id(),
                base == null ? 0 : base.version(),
                values,
                texts.options(BaseKind.class),
                texts.options(BaseLevel.class),
                texts.options(BasePhase.class),
                units.units().stream()
                        .filter(unit -> ZONES.contains(unit.kind()))
                        .map(this::option)
                        .toList(),
                units.units().stream()
                        .filter(unit -> unit.kind() == UnitKind.OTHER)
                        .map(this::option)
                        .toList(),
                bases.list(BaseFilter.ALL).stream()
                        .filter(other -> other.entry().partOf() == null
                                && (base == null || !other.id().equals(base.id())))
                        .map(other -> new BaseTexts.Option(other.id().toString(), other.name(formats.locale())))
                        .toList(),
                clashing);
    }

    private BaseTexts.Option option(UnitView unit) {
        return new BaseTexts.Option(unit.id().toString(), unit.name(formats.locale()));
    }

    record RecordPage(
            UUID id,
            String name,
            List<BaseTexts.Option> natures,
            List<BaseTexts.Option> topics,
            List<BaseTexts.Option> precisions,
            List<BaseTexts.Option> unreached,
            List<BaseTexts.Option> fields) {}

    /** The forms for what comes to be known of a base: results, milestones, a second printed value. */
    @Transactional(readOnly = true)
    RecordPage record(UUID id) {
        BaseView base = bases.base(id);
        Set<BaseField> known =
                clashes.ofBase(base).stream().map(ClashView::field).collect(Collectors.toSet());
        return new RecordPage(
                id,
                base.name(formats.locale()),
                texts.options(ResultNature.class),
                Arrays.stream(ResultTopic.values())
                        .map(topic -> new BaseTexts.Option(
                                topic.name(),
                                formats.text("base.in-measure", formats.text(topic), formats.text(topic.measure()))))
                        .toList(),
                texts.options(Precision.class),
                results.milestones(base).stream()
                        .filter(milestone -> milestone.reached() == null)
                        .map(milestone -> new BaseTexts.Option(milestone.id().toString(), milestone.what()))
                        .toList(),
                Arrays.stream(BaseField.values())
                        .filter(field ->
                                !known.contains(field) && base.entry().numbers().of(field) != null)
                        .map(field -> new BaseTexts.Option(
                                field.name(),
                                formats.text("base.in-measure", formats.text(field), formats.text(field.measure()))))
                        .toList());
    }
}
