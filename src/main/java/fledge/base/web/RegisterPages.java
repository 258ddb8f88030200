package fledge.base.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.base.BaseEntry;
import fledge.base.BaseField;
import fledge.base.BaseFilter;
import fledge.base.BaseKind;
import fledge.base.BaseLevel;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.ClashService;
import fledge.base.ClashView;
import fledge.base.IntentionService;
import fledge.base.NewIntention;
import fledge.base.rules.KnownTotal;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.ui.CsvText;
import fledge.ui.Formats;
import fledge.ui.Slice;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
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

/** The register of bases laid out: the list with its totals, and the same as a file. */
@Component
class RegisterPages {

    private static final List<String> COLUMNS = List.of(
            "name_zh",
            "name_en",
            "kind",
            "level",
            "phase",
            "zone",
            "operator",
            "land_m2",
            "floor_m2",
            "floor_done_m2",
            "investment_total_yuan",
            "investment_done_yuan",
            "clashing",
            "document",
            "line",
            "quote",
            "sample");

    private final BaseService bases;
    private final ClashService clashes;
    private final IntentionService intentions;
    private final UnitService units;
    private final BaseTexts texts;
    private final Formats formats;

    RegisterPages(
            BaseService bases,
            ClashService clashes,
            IntentionService intentions,
            UnitService units,
            BaseTexts texts,
            Formats formats) {
        this.bases = bases;
        this.clashes = clashes;
        this.intentions = intentions;
        this.units = units;
        this.texts = texts;
        this.formats = formats;
    }

    record RegisterPage(
            RegisterFilter filter,
            List<BaseTexts.Option> kinds,
            List<BaseTexts.Option> levels,
            List<BaseTexts.Option> zones,
            Slice<Row> slice,
            List<Total> totals,
            int counted,
            boolean withoutSamples,
            long openClashes,
            boolean printed,
            List<Wanted> wanted,
            boolean mayManage,
            boolean mayCompare) {}

    record Row(
            UUID id,
            String name,
            boolean sample,
            String kind,
            @Nullable String level,
            @Nullable String zone,
            @Nullable String operator,
            List<Amount> numbers) {}

    /** A number of a row: its text, or that documents contradict each other. */
    record Amount(@Nullable String text, boolean clashing) {}

    /** The total of a column, and of how many of the rows it is. */
    record Total(@Nullable String text, int known, int all, boolean partial) {}

    /** What a document wants, with where it says so. */
    record Wanted(String name, String number, @Nullable String source) {}

    private static final List<BaseField> SHOWN =
            List.of(BaseField.LAND, BaseField.FLOOR, BaseField.INVESTMENT_TOTAL, BaseField.INVESTMENT_DONE);

    @Transactional(readOnly = true)
    RegisterPage list(RegisterFilter filter, Slice.Request asked) {
        List<BaseView> all = bases.list(BaseFilter.ALL);
        BaseFilter asks = filter.read();
        List<BaseView> found =
                all.stream().filter(base -> asks.fits(base.entry())).toList();
        List<BaseView> counted = withoutSamples(found);
        Map<UUID, Set<BaseField>> clashing = clashing(found);
        Map<UUID, UnitView> byId = units.byId();
        return new RegisterPage(
                filter,
                texts.options(BaseKind.class),
                texts.options(BaseLevel.class),
                zones(all, byId),
                Slice.of(found, asked, "/bases", filter.parameters())
                        .map(base -> row(base, clashing.getOrDefault(base.id(), Set.of()), byId)),
                SHOWN.stream().map(field -> total(field, counted)).toList(),
                counted.size(),
                counted.size() < found.size(),
                clashing.values().stream().mapToLong(Set::size).sum(),
                all.stream().anyMatch(base -> base.entry().source().isNamed()),
                intentions.intentions().stream().map(this::wanted).toList(),
                Actor.current().may(Right.BASE_MANAGE),
                Actor.current().may(Right.BASE_READ));
    }

    /** What is invented is never added to what is not. */
    private static List<BaseView> withoutSamples(List<BaseView> found) {
        List<BaseView> real =
                found.stream().filter(base -> !base.entry().sample()).toList();
        return real.isEmpty() ? found : real;
    }

    private Map<UUID, Set<BaseField>> clashing(List<BaseView> found) {
        return clashes.clashes(found).stream()
                .filter(ClashView::isOpen)
                .collect(Collectors.groupingBy(
                        ClashView::baseId, Collectors.mapping(ClashView::field, Collectors.toSet())));
    }

    /** The districts in which there are bases, and nowhere where there are such. */
    private List<BaseTexts.Option> zones(List<BaseView> all, Map<UUID, UnitView> byId) {
        List<UUID> named = all.stream()
                .map(base -> base.entry().zoneId())
                .filter(Objects::nonNull)
                .<UUID>map(zone -> zone)
                .distinct()
                .toList();
        return Stream.concat(
                        byId.values().stream()
                                .filter(unit -> named.contains(unit.id()))
                                .map(unit -> new BaseTexts.Option(unit.id().toString(), unit.name(formats.locale()))),
                        all.stream()
                                .filter(base -> base.entry().zoneId() == null)
                                .limit(1)
                                .map(base ->
                                        new BaseTexts.Option(RegisterFilter.NOWHERE, formats.text("base.zone.none"))))
                .toList();
    }

    private Row row(BaseView base, Set<BaseField> clashing, Map<UUID, UnitView> byId) {
        BaseEntry entry = base.entry();
        return new Row(
                base.id(),
                base.name(formats.locale()),
                entry.sample(),
                formats.text(entry.kind()),
                texts.label(entry.level()),
                unit(entry.zoneId(), byId),
                entry.operatorName().isEmpty() ? null : entry.operatorName(),
                SHOWN.stream()
                        .map(field -> new Amount(
                                formats.number(entry.numbers().of(field), field.measure()), clashing.contains(field)))
                        .toList());
    }

    @Nullable
    String unit(@Nullable UUID id, Map<UUID, UnitView> byId) {
        UnitView unit = id == null ? null : byId.get(id);
        return unit == null ? null : unit.name(formats.locale());
    }

    private Total total(BaseField field, List<BaseView> found) {
        KnownTotal total = KnownTotal.of(numbers(field, found));
        return new Total(formats.number(total.sum(), field.measure()), total.known(), total.all(), total.isPartial());
    }

    private static List<@Nullable BigDecimal> numbers(BaseField field, Collection<BaseView> of) {
        return of.stream()
                .<@Nullable BigDecimal>map(base -> base.entry().numbers().of(field))
                .toList();
    }

    private Wanted wanted(NewIntention intention) {
        return new Wanted(intention.name(formats.locale()), texts.wanted(intention), texts.source(intention.source()));
    }

    /** The bases that a filter leaves as a file; taking it out stands in the audit trail. */
    @Transactional
    String csv(RegisterFilter filter) {
        List<BaseView> exported = bases.export(filter.read());
        Map<UUID, Set<BaseField>> clashing = clashing(exported);
        Map<UUID, UnitView> byId = units.byId();
        return CsvText.UTF_8_MARK
                + String.join(",", COLUMNS)
                + "\n"
                + exported.stream()
                        .map(base -> line(base, clashing.getOrDefault(base.id(), Set.of()), byId))
                        .collect(Collectors.joining());
    }

    private String line(BaseView base, Set<BaseField> clashing, Map<UUID, UnitView> byId) {
        BaseEntry entry = base.entry();
        Stream<String> words = Stream.of(
                entry.nameZh(),
                entry.nameEn(),
                formats.text(entry.kind()),
                Objects.requireNonNullElse(texts.label(entry.level()), ""),
                Objects.requireNonNullElse(texts.label(entry.phase()), ""),
                Objects.requireNonNullElse(unit(entry.zoneId(), byId), ""),
                entry.operatorName());
        Stream<String> numbers = Arrays.stream(BaseField.values())
                .map(field -> entry.numbers().of(field))
                .map(number -> number == null ? "" : number.toPlainString());
        Stream<String> rest = Stream.of(
                clashing.stream().sorted().map(formats::text).collect(Collectors.joining(" ")),
                entry.source().document(),
                Objects.toString(entry.source().line(), ""),
                entry.source().quote(),
                entry.sample() ? formats.text("ui.demo") : "");
        return Stream.of(words.map(CsvText::quoted), numbers, rest.map(CsvText::quoted))
                        .flatMap(cells -> cells)
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
