package fledge.programme.web;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.kernel.Quarter;
import fledge.programme.BridgedQuarter;
import fledge.programme.DefinitionAction;
import fledge.programme.DefinitionService;
import fledge.programme.DefinitionStatus;
import fledge.programme.DefinitionView;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page models of definitions: the versions, what one changes, and its form. */
@Component
class DefinitionPages {

    /** A change can be proposed for as many quarters ahead. */
    private static final int AHEAD = 8;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<String> FIELDS = List.of(
            "definitionZh",
            "definitionEn",
            "formulaText",
            "numeratorZh",
            "numeratorEn",
            "denominatorZh",
            "denominatorEn",
            "population",
            "dataSource",
            "legalBasis");

    private final DefinitionService definitions;
    private final ProgrammeService programmes;
    private final AccountService accounts;
    private final PortalClock clock;
    private final Wording wording;

    DefinitionPages(
            DefinitionService definitions,
            ProgrammeService programmes,
            AccountService accounts,
            PortalClock clock,
            Wording wording) {
        this.definitions = definitions;
        this.programmes = programmes;
        this.accounts = accounts;
        this.clock = clock;
        this.wording = wording;
    }

    record ListPage(UUID indicatorId, String indicator, boolean sample, List<Row> versions, boolean mayPropose) {}

    record Row(
            UUID id,
            String name,
            String from,
            String status,
            String tone,
            @Nullable String reason,
            @Nullable String documentNo,
            @Nullable String approved) {}

    record ShowPage(
            UUID id,
            int version,
            UUID indicatorId,
            String indicator,
            String name,
            String from,
            String status,
            String tone,
            @Nullable String reason,
            @Nullable String incomparable,
            @Nullable String remark,
            @Nullable String made,
            @Nullable String approved,
            @Nullable String documentNo,
            @Nullable String before,
            List<Difference> fields,
            boolean bridgeable,
            List<Bridged> bridge,
            Set<String> open) {}

    /** What a field says, and what it said in the version before where that differs. */
    record Difference(
            String label, @Nullable String now, @Nullable String before, boolean changed) {}

    record Bridged(
            String quarter,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String difference) {}

    record FormPage(
            @Nullable UUID id,
            int version,
            UUID indicatorId,
            String indicator,
            boolean share,
            Map<String, @Nullable String> values,
            List<Option> quarters) {}

    @Transactional(readOnly = true)
    ListPage list(UUID indicatorId) {
        IndicatorView indicator = programmes.indicator(indicatorId);
        ProgrammeView programme = programmes.programme(indicator.programmeId());
        List<DefinitionView> versions = definitions.versions(indicatorId);
        return new ListPage(
                indicatorId,
                indicator.name(wording.locale()),
                programme.isSample(),
                versions.reversed().stream()
                        .map(version -> {
                            DefinitionStatus status = version.statusIn(now(), versions);
                            return new Row(
                                    version.id(),
                                    name(version),
                                    from(version),
                                    wording.text(status),
                                    tone(status),
                                    version.reason(),
                                    version.documentNo(),
                                    wording.day(version.approvedAt()));
                        })
                        .toList(),
                Actor.current().may(Right.PROGRAMME_EDIT)
                        && !programme.isDraft()
                        && versions.stream()
                                .noneMatch(version -> version.status().isProposal()));
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        DefinitionView shown = definitions.definition(id);
        IndicatorView indicator = programmes.indicator(shown.indicatorId());
        DefinitionView before = indicator.definitions().stream()
                .filter(other -> other.number() < shown.number())
                .reduce((one, later) -> later)
                .orElse(null);
        DefinitionStatus status = shown.statusIn(now(), indicator.definitions());
        var people = new HashSet<UUID>();
        addTo(people, shown.madeBy());
        addTo(people, shown.approvedBy());
        Map<UUID, String> names = people.isEmpty() ? Map.of() : accounts.personNames(people);
        return new ShowPage(
                id,
                shown.version(),
                indicator.id(),
                indicator.name(wording.locale()),
                name(shown),
                from(shown),
                wording.text(status),
                tone(status),
                shown.reason(),
                shown.incomparable(),
                shown.remark(),
                signed(names, shown.madeBy(), wording.minute(shown.madeAt())),
                signed(names, shown.approvedBy(), wording.minute(shown.approvedAt())),
                shown.documentNo(),
                before == null ? null : name(before),
                differences(shown, before),
                indicator.isBridgeable(),
                shown.bridge().stream().map(row -> bridged(indicator, row)).toList(),
                open(status));
    }

    private static void addTo(Set<UUID> people, @Nullable UUID person) {
        if (person != null) {
            people.add(person);
        }
    }

    private static @Nullable String signed(Map<UUID, String> names, @Nullable UUID person, @Nullable String at) {
        return person == null ? null : names.getOrDefault(person, "") + " " + Objects.requireNonNullElse(at, "");
    }

    /** The names of the ways that lead on from here and that this person may take. */
    private static Set<String> open(DefinitionStatus status) {
        var open = new HashSet<String>();
        for (DefinitionAction action : status.actions()) {
            Right right = action.right();
            if (right != null && Actor.current().may(right)) {
                open.add(action.name());
            }
        }
        return open;
    }

    private List<Difference> differences(DefinitionView shown, @Nullable DefinitionView before) {
        Map<String, Object> now = shown.fields();
        Map<String, Object> then = before == null ? now : before.fields();
        List<Difference> differences = new ArrayList<>();
        for (String field : FIELDS) {
            String said = text(now.get(field));
            String earlier = text(then.get(field));
            if (said != null || earlier != null) {
                differences.add(new Difference(
                        wording.text("programme.definition.said." + field),
                        said,
                        earlier,
                        !Objects.equals(said, earlier)));
            }
        }
        return differences;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Bridged bridged(IndicatorView indicator, BridgedQuarter row) {
        BigDecimal change = row.oldValue().signum() == 0
                ? null
                : row.newValue()
                        .subtract(row.oldValue())
                        .multiply(HUNDRED)
                        .divide(row.oldValue().abs(), 10, RoundingMode.HALF_UP);
        return new Bridged(
                wording.quarter(row.quarter()),
                wording.value(row.oldValue(), indicator.bridgeMeasure()),
                wording.value(row.newValue(), indicator.bridgeMeasure()),
                wording.change(change));
    }

    @Transactional(readOnly = true)
    FormPage blank(UUID indicatorId) {
        IndicatorView indicator = programmes.indicator(indicatorId);
        if (indicator.definitions().isEmpty()) {
            throw new NotFound("definition of a draft " + indicatorId);
        }
        Map<String, @Nullable String> values = values(indicator.definitions().getLast());
        values.keySet().removeAll(Set.of("validFrom", "reason", "incomparable"));
        return form(null, 0, indicator, values);
    }

    @Transactional(readOnly = true)
    FormPage edit(UUID id) {
        DefinitionView definition = definitions.definition(id);
        return form(id, definition.version(), programmes.indicator(definition.indicatorId()), values(definition));
    }

    private static Map<String, @Nullable String> values(DefinitionView definition) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        definition.fields().forEach((field, value) -> values.put(field, value.toString()));
        return values;
    }

    private FormPage form(
            @Nullable UUID id, int version, IndicatorView indicator, Map<String, @Nullable String> values) {
        Quarter earliest = definitions.earliest(indicator);
        Integer end = indicator.endYear();
        return new FormPage(
                id,
                version,
                indicator.id(),
                indicator.name(wording.locale()),
                indicator.comparison().isShare(),
                values,
                IntStream.range(0, AHEAD)
                        .mapToObj(earliest::plus)
                        .filter(quarter -> end == null || quarter.year() <= end)
                        .map(quarter -> new Option(quarter.code(), wording.quarter(quarter)))
                        .toList());
    }

    private Quarter now() {
        return Quarter.of(clock.now().atZone(PortalClock.ZONE).toLocalDate());
    }

    private String name(DefinitionView definition) {
        return wording.text("programme.definition.name", definition.number());
    }

    private String from(DefinitionView definition) {
        Quarter from = definition.validFrom();
        return from == null
                ? wording.text("programme.definition.fromTheStart")
                : wording.text("programme.definition.from", wording.quarter(from));
    }

    private static String tone(DefinitionStatus status) {
        return switch (status) {
            case DRAFT -> "working";
            case TESTED -> "waiting";
            case APPROVED, EFFECTIVE -> "done";
            case SUPERSEDED -> "neutral";
            case WITHDRAWN -> "refused";
        };
    }
}
