package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.apportionment.IssuedEdition;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.kernel.Period;
import fledge.monitoring.FigureText;
import fledge.monitoring.Lineage;
import fledge.monitoring.LineageService;
import fledge.monitoring.VersionView;
import fledge.monitoring.rules.Derivation;
import fledge.monitoring.web.RestatementRows.RestatementRow;
import fledge.programme.DefinitionView;
import fledge.programme.IndicatorView;
import fledge.programme.TargetView;
import fledge.template.FormHead;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lineage of an indicator laid out: numbers with their formulas, periods with their sums, figures with who signed them. */
@Component
class LineagePages {

    private final LineageService lineages;
    private final ProgressPages progress;
    private final ReturnPages returns;
    private final RestatementRows restatements;
    private final BasisWording basis;
    private final UnitService units;
    private final AccountService accounts;
    private final Formats formats;

    LineagePages(
            LineageService lineages,
            ProgressPages progress,
            ReturnPages returns,
            RestatementRows restatements,
            BasisWording basis,
            UnitService units,
            AccountService accounts,
            Formats formats) {
        this.lineages = lineages;
        this.progress = progress;
        this.returns = returns;
        this.restatements = restatements;
        this.basis = basis;
        this.units = units;
        this.accounts = accounts;
        this.formats = formats;
    }

    record LineagePage(
            UUID id,
            String indicator,
            String programme,
            boolean sample,
            @Nullable String narrowed,
            List<NumberRow> numbers,
            boolean addsUp,
            List<SumRow> sums,
            List<FigureRow> figures,
            @Nullable Slice slice,
            List<RestatementRow> restatements,
            boolean mayOpen,
            List<TargetRow> targets,
            List<Reference> editions,
            List<Reference> definitions,
            @Nullable String formula,
            boolean mayExport) {}

    /** A number of the progress pages and how it comes about; the anchor is where those pages link to. */
    record NumberRow(
            String anchor,
            String name,
            @Nullable String value,
            @Nullable String formula) {}

    record SumRow(
            String period,
            @Nullable String item,
            @Nullable String total,
            @Nullable String recomputed,
            int figures,
            boolean agrees,
            String href) {}

    record FigureRow(
            String period,
            Reference unit,
            @Nullable String item,
            @Nullable String value,
            @Nullable String standing,
            boolean restated,
            List<Reference> basis,
            Reference version,
            String hash,
            List<Reference> files,
            List<String> people,
            boolean holds,
            String check) {}

    /** Something that has a page of its own, where the reader may open it, and what stands beside its name. */
    record Reference(
            String text, @Nullable String href, @Nullable String note) {}

    record TargetRow(
            String year,
            @Nullable String text,
            String status,
            @Nullable String source) {}

    record Slice(
            @Nullable Long total,
            String from,
            String to,
            @Nullable String previousHref,
            @Nullable String nextHref,
            List<Object> sizes) {}

    /** Where the figures of one period and unit are followed back. */
    static String address(UUID indicatorId, Period period, UUID unitId) {
        return address(indicatorId, period) + "&unit=" + unitId;
    }

    /** Where the total of one period is followed back. */
    static String address(UUID indicatorId, Period period) {
        return address(indicatorId) + "?period=" + period.code();
    }

    /** Where the totals of all periods are followed back. */
    static String sums(UUID indicatorId) {
        return address(indicatorId) + "#sums";
    }

    private static String address(UUID indicatorId) {
        return "/progress/indicators/" + indicatorId + "/lineage";
    }

    @Transactional(readOnly = true)
    LineagePage show(UUID indicatorId, @Nullable Period period, @Nullable UUID unitId, int page) {
        Lineage lineage = lineages.lineage(indicatorId, period, unitId, page);
        Map<UUID, UnitView> byId = units.byId();
        Map<UUID, String> people = accounts.personNames(lineage.people());
        IndicatorView indicator = lineage.progress().indicator();
        Actor reader = Actor.current();
        String narrowed = Stream.of(
                        period == null ? null : formats.period(period), unitId == null ? null : unit(byId, unitId))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new LineagePage(
                indicatorId,
                indicator.name(formats.locale()),
                lineage.programme().name(formats.locale()),
                lineage.programme().isSample(),
                narrowed.isEmpty() ? null : narrowed,
                numbers(lineage, byId),
                lineage.addsUp(),
                lineage.sums().stream().map(sum -> sum(indicator, sum)).toList(),
                lineage.inputs().stream()
                        .map(input -> figure(lineage, input, byId, people))
                        .toList(),
                slice(lineage, page),
                restatements.of(lineage.restatements(), List.of(indicator)),
                reader.may(Right.ROUND_READ),
                indicator.targets().stream()
                        .map(target -> target(indicator, target))
                        .toList(),
                lineage.editions().stream().map(this::edition).toList(),
                indicator.definitions().stream().map(this::definition).toList(),
                basis.formula(indicator),
                reader.may(Right.LINEAGE_EXPORT));
    }

    private List<NumberRow> numbers(Lineage lineage, Map<UUID, UnitView> byId) {
        ProgressPages.Row row = progress.row(lineage.progress(), byId);
        return List.of(
                number("target", row.target(), formats.text("monitoring.lineage.from-targets")),
                number("accumulated", row.accumulated(), formats.text("monitoring.lineage.from-sums")),
                number("measured", row.measured(), formula(lineage, lineage.measured())),
                number("completion", row.completion(), formula(lineage, lineage.completion())),
                number(
                        "expected",
                        row.expected(),
                        formats.text("monitoring.lineage.pace", progress.pace(lineage.progress()))));
    }

    private NumberRow number(String name, @Nullable String value, @Nullable String formula) {
        return new NumberRow(
                name, formats.text("monitoring.progress.column." + name), value, value == null ? null : formula);
    }

    private @Nullable String formula(Lineage lineage, List<Derivation.Part> parts) {
        return parts.isEmpty()
                ? null
                : parts.stream().map(part -> part(lineage, part)).collect(Collectors.joining(" "));
    }

    private String part(Lineage lineage, Derivation.Part part) {
        BigDecimal number = part.number();
        if (number == null) {
            return Objects.requireNonNull(part.sign());
        }
        String shown = part.level()
                ? formats.number(number, lineage.progress().indicator().valueMeasure())
                : number.stripTrailingZeros().scale() > 2
                        ? formats.rounded(number)
                        : formats.concise(number, Measure.RATIO);
        return Objects.requireNonNullElse(shown, "");
    }

    private SumRow sum(IndicatorView indicator, Lineage.PeriodSum sum) {
        return new SumRow(
                formats.period(sum.period()),
                FigureText.part(formats, indicator, sum.item()),
                amount(indicator, sum.total()),
                amount(indicator, sum.recomputed()),
                sum.figures(),
                sum.agrees(),
                address(indicator.id(), sum.period()) + "#figures");
    }

    private @Nullable String amount(IndicatorView indicator, @Nullable BigDecimal value) {
        return indicator.valueMeasure().isNumeric()
                ? formats.number(value, indicator.valueMeasure())
                : value == null ? null : value.toPlainString();
    }

    private FigureRow figure(Lineage lineage, Lineage.Input input, Map<UUID, UnitView> byId, Map<UUID, String> people) {
        IndicatorView indicator = lineage.progress().indicator();
        VersionView version = input.version();
        String report = "/returns/" + version.returnId();
        boolean readable = Actor.current().may(Right.RETURN_READ, input.unitId());
        return new FigureRow(
                formats.period(input.period()),
                new Reference(unit(byId, input.unitId()), readable ? report : null, null),
                FigureText.part(formats, indicator, input.item()),
                FigureText.content(formats, input.item(), input.figure(), indicator.valueMeasure()),
                formats.text(input.standing()),
                lineage.isRestated(input),
                basis(lineage, input),
                new Reference(
                        formats.text("monitoring.version.name", version.number()),
                        readable ? report + "/versions/" + version.number() : null,
                        version.receipt()),
                version.hash().substring(0, 16),
                input.files().stream()
                        .map(file -> new Reference(
                                file.name(),
                                readable ? report + "/attachments/" + file.id() : null,
                                file.sha256().substring(0, 16)))
                        .toList(),
                people(input, people),
                input.holds(),
                formats.text(input.check()));
    }

    /** The definition it was made under, and the form that asked for it. */
    private List<Reference> basis(Lineage lineage, Lineage.Input input) {
        List<Reference> basis = new ArrayList<>();
        basis.add(lineage.progress().indicator().definitions().stream()
                .filter(definition -> definition.number() == input.definition())
                .findFirst()
                .map(this::definition)
                .orElseGet(() ->
                        new Reference(formats.text("programme.definition.name", input.definition()), null, null)));
        FormHead form = lineage.forms().get(input.templateId());
        if (form != null) {
            basis.add(new Reference(
                    formats.text("template.edition", form.name(), form.edition()),
                    "/templates/" + form.templateId(),
                    null));
        }
        return basis;
    }

    private Reference definition(DefinitionView definition) {
        return new Reference(
                formats.text("programme.definition.name", definition.number()),
                "/definitions/" + definition.id(),
                definition.validFrom() == null
                        ? formats.text("monitoring.lineage.from-start")
                        : formats.text("monitoring.lineage.from", definition.validFrom()));
    }

    private Reference edition(IssuedEdition edition) {
        return new Reference(
                formats.text("monitoring.lineage.edition", edition.name(), edition.number(), edition.documentNo()),
                Actor.current().may(Right.TARGET_READ)
                        ? "/target-sets/" + edition.setId() + "/editions/" + edition.number()
                        : null,
                formats.minute(edition.issuedAt()) + " " + edition.hash().substring(0, 16));
    }

    private List<String> people(Lineage.Input input, Map<UUID, String> people) {
        VersionView version = input.version();
        return Stream.concat(
                        Stream.of(
                                formats.text("monitoring.version.prepared") + " "
                                        + returns.who(version.preparedBy(), version.preparedFor(), people),
                                formats.text("monitoring.version.certified") + " "
                                        + returns.who(version.certifiedBy(), version.certifiedFor(), people) + " "
                                        + formats.minute(version.certifiedAt())),
                        input.approvals().stream()
                                .map(step -> formats.text("monitoring.lineage.act." + step.action())
                                        + " "
                                        + (step.personId() == null
                                                ? formats.text("monitoring.timeline.system")
                                                : returns.who(step.personId(), step.onBehalfOf(), people))
                                        + " " + formats.minute(step.at())))
                .toList();
    }

    private TargetRow target(IndicatorView indicator, TargetView target) {
        return new TargetRow(
                target.year() == null ? formats.text("monitoring.lineage.whole") : Integer.toString(target.year()),
                returns.target(indicator, target),
                formats.text(target.status()),
                target.isMissing() ? target.missingReason() : target.source());
    }

    private String unit(Map<UUID, UnitView> byId, UUID id) {
        UnitView unit = byId.get(id);
        return unit == null ? "" : unit.name(formats.locale());
    }

    private static @Nullable Slice slice(Lineage lineage, int page) {
        if (lineage.before() == 0 && !lineage.more()) {
            return null;
        }
        Period period = lineage.period();
        String address = address(lineage.progress().indicator().id()) + "?"
                + (period == null ? "" : "period=" + period.code() + "&")
                + (lineage.unitId() == null ? "" : "unit=" + lineage.unitId() + "&") + "page=";
        return new Slice(
                null,
                Integer.toString(lineage.before() + 1),
                Integer.toString(lineage.before() + lineage.inputs().size()),
                lineage.before() == 0 ? null : address + (page - 1) + "#figures",
                lineage.more() ? address + (page + 1) + "#figures" : null,
                List.of());
    }
}
