package fledge.base.web;

import fledge.base.BaseEntry;
import fledge.base.BaseField;
import fledge.base.BaseFilter;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.ClashService;
import fledge.base.ClashView;
import fledge.base.NewResult;
import fledge.base.ResultService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Reason;
import fledge.ui.Formats;
import java.util.ArrayList;
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

/** Two to four bases side by side. */
@Component
class ComparisonPages {

    private static final int FEWEST = 2;
    private static final int MOST = 4;

    private final BaseService bases;
    private final ResultService results;
    private final ClashService clashes;
    private final UnitService units;
    private final BaseTexts texts;
    private final Formats formats;

    ComparisonPages(
            BaseService bases,
            ResultService results,
            ClashService clashes,
            UnitService units,
            BaseTexts texts,
            Formats formats) {
        this.bases = bases;
        this.results = results;
        this.clashes = clashes;
        this.units = units;
        this.texts = texts;
        this.formats = formats;
    }

    record ComparisonPage(@Nullable String hint, List<Choice> choices, List<Column> columns, List<Row> rows) {}

    record Choice(UUID id, String name, boolean chosen) {}

    record Column(UUID id, String name) {}

    record Row(String label, List<@Nullable String> cells) {}

    /** An address that names too few or too many shows the choice, and what to do. */
    @Transactional(readOnly = true)
    ComparisonPage of(List<String> asked) {
        List<BaseView> all = bases.list(BaseFilter.ALL);
        Set<UUID> ids = asked.stream()
                .map(Typed::id)
                .filter(Objects::nonNull)
                .<UUID>map(id -> id)
                .collect(Collectors.toSet());
        List<BaseView> chosen =
                all.stream().filter(base -> ids.contains(base.id())).toList();
        boolean fits = chosen.size() >= FEWEST && chosen.size() <= MOST;
        return new ComparisonPage(
                fits ? null : formats.text(new Reason(null, "base.comparison.choose", List.of(FEWEST, MOST))),
                all.stream()
                        .map(base -> new Choice(base.id(), base.name(formats.locale()), ids.contains(base.id())))
                        .toList(),
                fits
                        ? chosen.stream()
                                .map(base -> new Column(base.id(), base.name(formats.locale())))
                                .toList()
                        : List.of(),
                fits ? rows(chosen) : List.of());
    }

    private List<Row> rows(List<BaseView> chosen) {
        Map<UUID, UnitView> byId = units.byId();
        Map<UUID, Set<BaseField>> clashing = clashes.clashes(chosen).stream()
                .filter(ClashView::isOpen)
                .collect(Collectors.groupingBy(
                        ClashView::baseId, Collectors.mapping(ClashView::field, Collectors.toSet())));
        var rows = new ArrayList<Row>();
        rows.add(row("base.column.kind", chosen, entry -> texts.label(entry.kind())));
        rows.add(row("base.column.level", chosen, entry -> texts.label(entry.level())));
        rows.add(row("base.phase", chosen, entry -> texts.label(entry.phase())));
        rows.add(row("base.column.zone", chosen, entry -> {
            UnitView zone = byId.get(entry.zoneId());
            return zone == null ? null : zone.name(formats.locale());
        }));
        rows.add(row("base.column.operator", chosen, BaseEntry::operatorName));
        for (BaseField field : BaseField.values()) {
            rows.add(new Row(
                    formats.text(field),
                    chosen.stream()
                            .<@Nullable String>map(base -> clashing.getOrDefault(base.id(), Set.of())
                                            .contains(field)
                                    ? formats.text("base.clashing")
                                    : texts.number(field, base.entry().numbers().of(field)))
                            .toList()));
        }
        rows.addAll(resultRows(chosen));
        return rows;
    }

    private Row row(String key, List<BaseView> chosen, Function<BaseEntry, @Nullable String> said) {
        return new Row(
                formats.text(key),
                chosen.stream()
                        .<@Nullable String>map(base -> said.apply(base.entry()))
                        .toList());
    }

    /** A row for each thing that any of them promised or reached. */
    private List<Row> resultRows(List<BaseView> chosen) {
        Map<UUID, List<NewResult>> byBase = results.results(chosen);
        return byBase.values().stream()
                .flatMap(List::stream)
                .map(NewResult::thing)
                .distinct()
                .sorted(NewResult.Thing.ORDER)
                .map(thing -> new Row(
                        label(thing),
                        chosen.stream()
                                .<@Nullable String>map(base -> byBase.getOrDefault(base.id(), List.of()).stream()
                                        .filter(result -> result.thing().equals(thing))
                                        .map(texts::result)
                                        .findFirst()
                                        .orElse(null))
                                .toList()))
                .toList();
    }

    private String label(NewResult.Thing thing) {
        String topic = formats.text(thing.topic());
        String nature = formats.text(thing.nature());
        return thing.year() == null
                ? formats.text("base.result.label", nature, topic)
                : formats.text("base.result.by", nature, topic, Integer.toString(thing.year()));
    }
}
