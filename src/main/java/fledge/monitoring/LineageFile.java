package fledge.monitoring;

import fledge.apportionment.IssuedEdition;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Period;
import fledge.monitoring.rules.Derivation;
import fledge.programme.DefinitionView;
import fledge.programme.IndicatorView;
import fledge.programme.TargetView;
import fledge.programme.rules.Evaluation;
import fledge.template.FormHead;
import fledge.tenancy.CurrentCity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A lineage as JSON: fields in the order of their names, numbers as they are kept, codes and names instead of ids. */
@Component
public class LineageFile {

    private final UnitService units;
    private final AccountService accounts;
    private final JsonMapper json = JsonMapper.builder().build();

    LineageFile(UnitService units, AccountService accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    /** A file with everything, its own content's hash in it. */
    public record Written(String name, String text, String sha256) {}

    Written write(Lineage lineage) {
        String body = json.writeValueAsString(content(lineage));
        String hash = SignedContent.sha256(body);
        return new Written(
                "lineage-%s-%s.json"
                        .formatted(
                                CurrentCity.get().code(),
                                lineage.progress().indicator().code()),
                "{\"sha256\":\"" + hash + "\",\"lineage\":" + body + "}\n",
                hash);
    }

    private Map<String, Object> content(Lineage lineage) {
        IndicatorProgress progress = lineage.progress();
        IndicatorView indicator = progress.indicator();
        Evaluation evaluation = progress.evaluation();
        Map<UUID, UnitView> byId = units.byId();
        Map<UUID, String> people = accounts.personNames(lineage.people());
        var content = new Fields()
                .and("city", CurrentCity.get().code())
                .and("programme", lineage.programme().code())
                .and("indicator", indicator.code())
                .and("name", indicator.nameZh())
                .and("measure", indicator.measure().name())
                .and("valueMeasure", indicator.valueMeasure().name())
                .and("asOf", progress.asOf())
                .and("accumulated", progress.accumulated())
                .and("expected", progress.expected())
                .and("addsUp", lineage.addsUp())
                .and(
                        "definitions",
                        indicator.definitions().stream()
                                .map(LineageFile::definition)
                                .toList())
                .and(
                        "targets",
                        indicator.targets().stream().map(LineageFile::target).toList())
                .and(
                        "targetEditions",
                        lineage.editions().stream().map(LineageFile::edition).toList())
                .and("totals", lineage.sums().stream().map(LineageFile::sum).toList())
                .and(
                        "figures",
                        lineage.inputs().stream()
                                .map(input -> figure(input, lineage.forms(), byId, people))
                                .toList())
                .and(
                        "restatements",
                        lineage.restatements().stream()
                                .map(note -> restatement(note, byId))
                                .toList());
        if (evaluation != null) {
            content.and("measured", evaluation.measured())
                    .and("measuredAs", formula(lineage.measured()))
                    .and("completion", evaluation.completion())
                    .and("completionAs", formula(lineage.completion()));
        }
        return content.map();
    }

    private static Map<String, Object> definition(DefinitionView definition) {
        return new Fields()
                .and("number", definition.number())
                .and("from", definition.validFrom())
                .and("text", definition.text(Locale.CHINA))
                .and("formula", definition.content().formula())
                .and("documentNo", definition.documentNo())
                .map();
    }

    private static Map<String, Object> target(TargetView target) {
        return new Fields()
                .and("year", target.year())
                .and("operator", target.operator().name())
                .and("value", target.value())
                .and("upper", target.upper())
                .and("status", target.status().name())
                .and("source", target.source())
                .map();
    }

    private static Map<String, Object> edition(IssuedEdition edition) {
        return new Fields()
                .and("name", edition.name())
                .and("edition", edition.number())
                .and("documentNo", edition.documentNo())
                .and("issuedAt", edition.issuedAt())
                .and("hash", edition.hash())
                .map();
    }

    private static Map<String, Object> sum(Lineage.PeriodSum sum) {
        return new Fields()
                .and("period", sum.period())
                .and("item", sum.item().name())
                .and("total", sum.total())
                .and("recomputed", sum.recomputed())
                .and("units", sum.units())
                .and("figures", sum.figures())
                .map();
    }

    private static Map<String, Object> figure(
            Lineage.Input input, Map<UUID, FormHead> forms, Map<UUID, UnitView> byId, Map<UUID, String> people) {
        VersionView version = input.version();
        FormHead form = forms.get(input.templateId());
        return new Fields()
                .and("period", input.period())
                .and("unit", unit(byId, input.unitId()))
                .and("item", input.item().name())
                .and("value", input.figure().value())
                .and("wording", input.figure().wording())
                .and("standing", input.standing().name())
                .and("definition", input.definition())
                .and("form", form == null ? null : form.name())
                .and("formEdition", form == null ? null : form.edition())
                .and("receipt", version.receipt())
                .and("version", version.number())
                .and("hash", version.hash())
                .and("check", input.check().name())
                .and("preparedBy", people.get(version.preparedBy()))
                .and("preparedFor", name(people, version.preparedFor()))
                .and("certifiedBy", people.get(version.certifiedBy()))
                .and("certifiedFor", name(people, version.certifiedFor()))
                .and("certifiedAt", version.certifiedAt())
                .and(
                        "files",
                        input.files().stream()
                                .map(file -> new Fields()
                                        .and("name", file.name())
                                        .and("size", file.size())
                                        .and("sha256", file.sha256())
                                        .map())
                                .toList())
                .and(
                        "approvals",
                        input.approvals().stream()
                                .map(step -> new Fields()
                                        .and("action", step.action().name())
                                        .and("by", name(people, step.personId()))
                                        .and("for", name(people, step.onBehalfOf()))
                                        .and("at", step.at())
                                        .map())
                                .toList())
                .map();
    }

    private static Map<String, Object> restatement(RestatementView note, Map<UUID, UnitView> byId) {
        return new Fields()
                .and("period", note.period())
                .and("unit", unit(byId, note.unitId()))
                .and("item", note.item().name())
                .and("before", either(note.before()))
                .and("after", either(note.after()))
                .and("amendment", note.amendmentId())
                .and("reason", note.reason())
                .and("at", note.at())
                .map();
    }

    /** The number, or the sentence. */
    private static @Nullable Object either(LineContent content) {
        return content.value() == null ? content.wording() : content.value();
    }

    private static String unit(Map<UUID, UnitView> byId, UUID id) {
        UnitView unit = byId.get(id);
        return unit == null ? id.toString() : unit.code();
    }

    private static @Nullable String name(Map<UUID, String> people, @Nullable UUID person) {
        return person == null ? null : people.get(person);
    }

    private static @Nullable String formula(List<Derivation.Part> parts) {
        return parts.isEmpty() ? null : parts.stream().map(LineageFile::part).collect(Collectors.joining(" "));
    }

    private static String part(Derivation.Part part) {
        BigDecimal number = part.number();
        return number == null
                ? String.valueOf(part.sign())
                : number.stripTrailingZeros().toPlainString();
    }

    /** The fields of an object; what is absent is left out. */
    private static final class Fields {

        private final Map<String, Object> fields = new TreeMap<>();

        Fields and(String name, @Nullable Object value) {
            if (value != null) {
                fields.put(
                        name,
                        switch (value) {
                            case BigDecimal number -> number.toPlainString();
                            case Period period -> period.code();
                            case Integer number -> number;
                            case Boolean yes -> yes;
                            case List<?> rows -> rows;
                            default -> value.toString();
                        });
            }
            return this;
        }

        Map<String, Object> map() {
            return fields;
        }
    }
}
