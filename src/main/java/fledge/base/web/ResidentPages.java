package fledge.base.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.base.BaseFilter;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.LedgerCount;
import fledge.base.ResidencyLedger;
import fledge.base.Resident;
import fledge.base.ResidentFilter;
import fledge.enterprise.EnterpriseCard;
import fledge.enterprise.EnterpriseLookup;
import fledge.kernel.Measure;
import fledge.tenancy.PortalClock;
import fledge.ui.CsvText;
import fledge.ui.Formats;
import fledge.ui.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The residents of a base laid out: who is there on a day, the same as a file, whom to let in, and who is doubtful. */
@Component
class ResidentPages {

    private static final int MOST_FOUND = 20;
    private static final int LONGEST_WORDS = 100;

    private static final List<String> COLUMNS = List.of(
            "credit_code",
            "name_zh",
            "registration",
            "moved_in_on",
            "area_m2",
            "people",
            "people_as_of",
            "ended_on",
            "ending",
            "end_reason",
            "sample");

    private final BaseService bases;
    private final ResidencyLedger ledger;
    private final EnterpriseLookup enterprises;
    private final BaseTexts texts;
    private final PortalClock clock;
    private final Formats formats;

    ResidentPages(
            BaseService bases,
            ResidencyLedger ledger,
            EnterpriseLookup enterprises,
            BaseTexts texts,
            PortalClock clock,
            Formats formats) {
        this.bases = bases;
        this.ledger = ledger;
        this.enterprises = enterprises;
        this.texts = texts;
        this.clock = clock;
        this.formats = formats;
    }

    record Tile(String value, String label, @Nullable String note) {}

    record Row(
            UUID id,
            String name,
            String code,
            boolean sample,
            @Nullable String closed,
            String movedInOn,
            @Nullable String area,
            @Nullable String people,
            @Nullable String peopleAsOf,
            @Nullable String ended) {}

    record ListPage(
            UUID id,
            String base,
            String on,
            String state,
            List<BaseTexts.Option> states,
            List<Tile> tiles,
            Slice<Row> slice,
            boolean mayKeep) {}

    @Transactional(readOnly = true)
    ListPage list(UUID id, ResidentQuery query, Slice.Request asked) {
        BaseView base = bases.base(id);
        ResidentFilter filter = query.read(today());
        LedgerCount count = count(base, filter.on());
        return new ListPage(
                id,
                base.name(formats.locale()),
                filter.on().toString(),
                filter.state().name(),
                texts.options(ResidentFilter.State.class),
                tiles(count),
                Slice.of(
                        total(count, filter.state()),
                        (from, rows) -> rows(ledger.lines(base, filter, from, rows)),
                        asked,
                        "/bases/" + id + "/residents",
                        ResidentQuery.parameters(filter)),
                ledger.mayKeep(base));
    }

    /** As of a day, with what happened since the year began. */
    LedgerCount count(BaseView base, LocalDate on) {
        return ledger.count(base, on.withDayOfYear(1), on);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }

    private static int total(LedgerCount count, ResidentFilter.State state) {
        return switch (state) {
            case PRESENT -> count.residents();
            case GRADUATED -> count.graduated();
            case LEFT -> count.left();
            case ALL -> count.residents() + count.graduated() + count.left();
        };
    }

    /** The four numbers of a ledger; each says what of it is known. */
    List<Tile> tiles(LedgerCount count) {
        return List.of(
                new Tile(
                        Integer.toString(count.residents()),
                        formats.text("residency.tile.residents"),
                        formats.text("residency.tile.residents.note", count.movedInSince())),
                new Tile(
                        Integer.toString(count.graduated()),
                        formats.text("residency.tile.graduated"),
                        formats.text("residency.tile.graduated.note", count.graduatedSince(), count.left())),
                new Tile(
                        count.counted() == 0 ? formats.text("ui.none") : formats.text("residency.number", count.jobs()),
                        formats.text("residency.tile.jobs"),
                        formats.text("residency.tile.known", count.counted(), count.residents())),
                new Tile(
                        Objects.requireNonNullElse(area(count.areaM2()), formats.text("ui.none")),
                        formats.text("residency.tile.area"),
                        formats.text("residency.tile.known", count.measured(), count.residents())));
    }

    private @Nullable String area(@Nullable BigDecimal m2) {
        return formats.concise(m2, Measure.M2);
    }

    private List<Row> rows(List<Resident> lines) {
        Map<UUID, EnterpriseCard> cards = cards(lines);
        return lines.stream().map(line -> row(line, card(line, cards))).toList();
    }

    private Map<UUID, EnterpriseCard> cards(Collection<Resident> lines) {
        return enterprises.cards(
                lines.stream().map(Resident::enterpriseId).distinct().toList());
    }

    private static EnterpriseCard card(Resident line, Map<UUID, EnterpriseCard> cards) {
        return Objects.requireNonNull(cards.get(line.enterpriseId()));
    }

    private Row row(Resident line, EnterpriseCard card) {
        return new Row(
                line.residencyId(),
                card.nameZh(),
                card.creditCode(),
                card.sample(),
                closed(card),
                line.terms().movedInOn().toString(),
                area(line.terms().areaM2()),
                line.people() == null ? null : formats.text("residency.number", line.people()),
                line.peopleAsOf() == null ? null : line.peopleAsOf().toString(),
                ended(line));
    }

    /** “注销，2026-10-01”; null while it is registered. */
    @Nullable
    String closed(EnterpriseCard card) {
        return card.closedOn() == null
                ? null
                : formats.text(
                        "residency.closed",
                        formats.text(card.status()),
                        card.closedOn().toString());
    }

    private @Nullable String ended(Resident line) {
        return line.terms().endedOn() == null || line.terms().ending() == null
                ? null
                : formats.text(
                        "residency.ended",
                        formats.text(line.terms().ending()),
                        line.terms().endedOn().toString());
    }

    /** The lines that a filter leaves as a file; taking it out stands in the audit trail. */
    @Transactional
    String csv(UUID id, ResidentQuery query) {
        List<Resident> lines = ledger.export(id, query.read(today()));
        Map<UUID, EnterpriseCard> cards = cards(lines);
        return CsvText.UTF_8_MARK
                + String.join(",", COLUMNS)
                + "\n"
                + lines.stream().map(line -> cells(line, card(line, cards))).collect(Collectors.joining());
    }

    private String cells(Resident line, EnterpriseCard card) {
        return Stream.of(
                                card.creditCode(),
                                card.nameZh(),
                                formats.text(card.status()),
                                line.terms().movedInOn().toString(),
                                plain(line.terms().areaM2()),
                                Objects.toString(line.people(), ""),
                                Objects.toString(line.peopleAsOf(), ""),
                                Objects.toString(line.terms().endedOn(), ""),
                                Objects.requireNonNullElse(
                                        texts.label(line.terms().ending()), ""),
                                line.terms().endReason(),
                                card.sample() ? formats.text("ui.demo") : "")
                        .map(CsvText::quoted)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    record FormPage(
            UUID id,
            String base,
            String words,
            String today,
            List<Found> found,
            boolean searched,
            boolean more,
            boolean mayRegister,
            @Nullable Found chosen) {}

    record Found(
            String name,
            String code,
            boolean sample,
            @Nullable String closed) {}

    /** Whom to let in: first a search by name or code, then the form for the one that was chosen. */
    @Transactional(readOnly = true)
    FormPage blank(UUID id, String typed, String code) {
        BaseView base = bases.base(id);
        String words = typed.strip();
        words = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
        List<EnterpriseCard> found = words.isEmpty() ? List.of() : enterprises.search(words, MOST_FOUND + 1);
        return new FormPage(
                id,
                base.name(formats.locale()),
                words,
                today().toString(),
                found.stream().limit(MOST_FOUND).map(this::found).toList(),
                !words.isEmpty(),
                found.size() > MOST_FOUND,
                Actor.current().may(Right.ENTERPRISE_MANAGE),
                code.isBlank()
                        ? null
                        : enterprises.byCode(code).map(this::found).orElse(null));
    }

    private Found found(EnterpriseCard card) {
        return new Found(card.nameZh(), card.creditCode(), card.sample(), closed(card));
    }

    record DoubtfulPage(String on, List<Doubled> doubled, List<Closed> closed) {}

    /** An enterprise in several bases. */
    record Doubled(String name, String code, List<In> bases) {}

    /** A base it is in; of one that this person does not see neither name nor address. */
    record In(@Nullable UUID residency, String base, String since) {}

    record Closed(
            UUID id,
            String name,
            String code,
            String base,
            String since,
            @Nullable String closed) {}

    /** The residents who are in two bases at once, and those whose enterprise is no longer registered. */
    @Transactional(readOnly = true)
    DoubtfulPage doubtful() {
        List<BaseView> seen = bases.list(BaseFilter.ALL);
        Map<UUID, BaseView> byId = seen.stream().collect(Collectors.toMap(BaseView::id, Function.identity()));
        ResidencyLedger.Doubtful doubtful = ledger.doubtful(seen, today());
        Map<UUID, EnterpriseCard> cards = cards(Stream.concat(doubtful.doubled().stream(), doubtful.closed().stream())
                .toList());
        return new DoubtfulPage(
                today().toString(),
                doubtful.doubled().stream().collect(Collectors.groupingBy(Resident::enterpriseId)).values().stream()
                        .map(stays -> {
                            EnterpriseCard card = card(stays.getFirst(), cards);
                            return new Doubled(
                                    card.nameZh(),
                                    card.creditCode(),
                                    stays.stream().map(stay -> in(stay, byId)).toList());
                        })
                        .toList(),
                doubtful.closed().stream()
                        .map(line -> {
                            EnterpriseCard card = card(line, cards);
                            return new Closed(
                                    line.residencyId(),
                                    card.nameZh(),
                                    card.creditCode(),
                                    Objects.requireNonNull(byId.get(line.baseId()))
                                            .name(formats.locale()),
                                    line.terms().movedInOn().toString(),
                                    closed(card));
                        })
                        .toList());
    }

    private In in(Resident stay, Map<UUID, BaseView> byId) {
        BaseView base = byId.get(stay.baseId());
        return new In(
                base == null ? null : stay.residencyId(),
                base == null ? formats.text("residency.elsewhere") : base.name(formats.locale()),
                stay.terms().movedInOn().toString());
    }
}
