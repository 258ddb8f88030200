package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.ProgressService;
import fledge.monitoring.rules.Entry;
import fledge.monitoring.rules.NumberEntry;
import fledge.monitoring.rules.QuarterTotal;
import fledge.programme.BridgedQuarter;
import fledge.programme.DefinitionService;
import fledge.programme.DefinitionView;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.ui.Flash;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tries a new definition on the past: the same quarters on the old basis, as reported, and on the new one. */
@Controller
class BridgeController {

    /** Two years lie before a change in its bridge, so that every growth over it can be bridged. */
    private static final int QUARTERS = 8;

    private final DefinitionService definitions;
    private final ProgrammeService programmes;
    private final ProgressService progress;
    private final Formats formats;

    BridgeController(
            DefinitionService definitions, ProgrammeService programmes, ProgressService progress, Formats formats) {
        this.definitions = definitions;
        this.programmes = programmes;
        this.progress = progress;
        this.formats = formats;
    }

    record BridgePage(UUID id, int version, String indicator, String name, String measure, List<Row> rows) {}

    record Row(
            String code,
            String quarter,
            @Nullable String reported,
            @Nullable String oldValue,
            @Nullable String newValue) {}

    @GetMapping("/definitions/{id}/bridge")
    @Requires(Right.PROGRAMME_EDIT)
    String form(@PathVariable UUID id, Model model) {
        DefinitionView definition = definitions.definition(id);
        IndicatorView indicator = programmes.indicator(definition.indicatorId());
        List<QuarterTotal> totals = progress.totals(indicator);
        Measure measure = indicator.bridgeMeasure();
        var rows = new ArrayList<Row>();
        for (Quarter quarter : quarters(definition, indicator)) {
            BigDecimal reported = indicator.comparison().isShare()
                    ? ProgressPages.share(indicator, totals, quarter)
                    : ProgressPages.total(totals, Item.VALUE, quarter);
            BridgedQuarter row = definition.bridge().stream()
                    .filter(bridged -> bridged.quarter().equals(quarter))
                    .findFirst()
                    .orElse(null);
            rows.add(new Row(
                    quarter.code(),
                    formats.quarter(quarter),
                    formats.number(reported, measure),
                    formats.plain(row == null ? reported : row.oldValue(), measure),
                    row == null ? null : formats.plain(row.newValue(), measure)));
        }
        model.addAttribute(
                "page",
                new BridgePage(
                        id,
                        definition.version(),
                        indicator.name(formats.locale()),
                        formats.text("programme.definition.name", definition.number()),
                        formats.measure(measure),
                        rows));
        return "monitoring/bridge-form";
    }

    /** Those before the change, within the programme. */
    private static SortedSet<Quarter> quarters(DefinitionView definition, IndicatorView indicator) {
        var quarters = new TreeSet<Quarter>();
        Quarter from = definition.validFrom();
        Integer start = indicator.startYear();
        for (int back = 1; from != null && back <= QUARTERS; back++) {
            if (start == null || from.plus(-back).year() >= start) {
                quarters.add(from.plus(-back));
            }
        }
        definition.bridge().forEach(row -> quarters.add(row.quarter()));
        return quarters;
    }

    @PostMapping("/definitions/{id}/bridge")
    @Requires(Right.PROGRAMME_EDIT)
    String save(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        DefinitionView definition = definitions.definition(id);
        IndicatorView indicator = programmes.indicator(definition.indicatorId());
        var reasons = new ArrayList<Reason>();
        var rows = new ArrayList<BridgedQuarter>();
        for (Quarter quarter : quarters(definition, indicator)) {
            BigDecimal before = read("old-" + quarter.code(), typed, indicator, reasons);
            BigDecimal after = read("new-" + quarter.code(), typed, indicator, reasons);
            if (before != null && after != null) {
                rows.add(new BridgedQuarter(quarter, before, after));
            } else if (after != null) {
                reasons.add(Reason.on("old-" + quarter.code(), "monitoring.bridge.both"));
            }
        }
        RuleRefused.ifAny(reasons);
        definitions.bridge(id, Forms.version(typed.get("version")), rows);
        Flash.success(next, "monitoring.bridge.saved", rows.size());
        return "redirect:/definitions/" + id;
    }

    private static @Nullable BigDecimal read(
            String field, Map<String, String> typed, IndicatorView indicator, List<Reason> reasons) {
        return switch (NumberEntry.read(typed.getOrDefault(field, "").strip(), indicator.bridgeMeasure(), true)) {
            case Entry.Blank blank -> null;
            case Entry.Understood understood -> understood.inBase();
            case Entry.Refused refused -> {
                reasons.add(refused.reason().at(field));
                yield null;
            }
        };
    }
}
