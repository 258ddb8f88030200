package fledge.apportionment.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.apportionment.SplitMethod;
import fledge.apportionment.SplitService;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.Flash;
import fledge.ui.TypedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workbench of one indicator in a target set: the grid, who carries it, numbers found by a method, the residual's holder. */
@Controller
class SplitController {

    private final SplitService splits;
    private final TargetSetService sets;
    private final SplitPages pages;

    SplitController(SplitService splits, TargetSetService sets, SplitPages pages) {
        this.splits = splits;
        this.sets = sets;
        this.pages = pages;
    }

    @GetMapping("/target-sets/{id}/splits/{indicator}")
    @Requires(Right.TARGET_READ)
    String show(@PathVariable UUID id, @PathVariable UUID indicator, Model model) {
        model.addAttribute("page", pages.show(id, indicator));
        return "apportionment/split-show";
    }

    /** The grid as typed, with its pins. */
    @PostMapping("/target-sets/{id}/splits/{indicator}")
    @Requires(Right.TARGET_PLAN)
    String save(
            @PathVariable UUID id,
            @PathVariable UUID indicator,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        SplitView split = sets.split(id, indicator);
        var input = new Typed();
        List<SplitService.Entry> entries = new ArrayList<>();
        Set<UUID> pinned = new HashSet<>();
        for (var line : split.lines()) {
            String field = "value-" + line.id();
            String under = "denominator-" + line.id();
            if (typed.containsKey(field)) {
                entries.add(new SplitService.Entry(
                        line.id(),
                        Typed.version(typed.getFirst(field + ".version")),
                        input.number(field, typed.getFirst(field), split.measure()),
                        typed.containsKey(under)
                                ? input.number(under, typed.getFirst(under), split.measure())
                                : line.denominator()));
            }
            if (typed.containsKey("pin-" + line.id())) {
                pinned.add(line.id());
            }
        }
        input.end();
        var grid = new SplitService.Grid(indicator, entries, pinned, basis(typed.getFirst("basis")));
        said(splits.enterAll(id, grid), next);
        return at(id, indicator);
    }

    private static String basis(@Nullable String typed) {
        String basis = typed == null ? "" : typed.strip();
        if (basis.length() > 500) {
            throw new RuleRefused(Reason.on("basis", "apportionment.refused.basisTooLong"));
        }
        return basis;
    }

    /** Who carries the indicator, the first one leading, and what each had in the base period. */
    @PostMapping("/target-sets/{id}/splits/{indicator}/units")
    @Requires(Right.TARGET_PLAN)
    String carry(
            @PathVariable UUID id,
            @PathVariable UUID indicator,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var measure = sets.split(id, indicator).measure();
        var input = new Typed();
        List<UUID> units = new ArrayList<>();
        typed.getOrDefault("units", List.of()).forEach(unit -> Typed.id(unit).ifPresent(units::add));
        Map<UUID, BigDecimal> base = new LinkedHashMap<>();
        typed.forEach((name, values) -> {
            if (name.startsWith("base-")) {
                BigDecimal number = input.number(name, values.getFirst(), measure);
                if (number != null) {
                    Typed.id(name.substring("base-".length())).ifPresent(unit -> base.put(unit, number));
                }
            }
        });
        input.end();
        said(splits.carry(id, indicator, units, "on".equals(typed.getFirst("quarterly")), base), next);
        return at(id, indicator);
    }

    @PostMapping("/target-sets/{id}/splits/{indicator}/proposal")
    @Requires(Right.TARGET_PLAN)
    String propose(
            @PathVariable UUID id,
            @PathVariable UUID indicator,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String like,
            RedirectAttributes next) {
        SplitMethod chosen = Typed.choice(method, SplitMethod.class)
                .orElseThrow(() -> new RuleRefused(Reason.on("method", "apportionment.refused.chooseMethod")));
        said(splits.propose(id, indicator, chosen, Typed.id(like).orElse(null)), next);
        return at(id, indicator);
    }

    @PostMapping("/target-sets/{id}/splits/{indicator}/removal")
    @Requires(Right.TARGET_PLAN)
    String drop(@PathVariable UUID id, @PathVariable UUID indicator, RedirectAttributes next) {
        splits.drop(id, indicator);
        Flash.success(next, "apportionment.split.dropped");
        return "redirect:/target-sets/" + id;
    }

    /** Names the unit that is to answer for what stays open. */
    @PostMapping("/target-sets/{id}/splits/{indicator}/holders")
    @Requires(Right.TARGET_PLAN)
    String name(
            @PathVariable UUID id,
            @PathVariable UUID indicator,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        splits.nameHolder(
                id,
                indicator,
                TypedNumber.whole(year).orElse(-1),
                Typed.id(unit).orElse(null),
                reason);
        Flash.success(next, "apportionment.holder.done");
        return at(id, indicator);
    }

    private static String at(UUID id, UUID indicator) {
        return "redirect:/target-sets/" + id + "/splits/" + indicator;
    }

    private static void said(SplitView split, RedirectAttributes next) {
        if (split.closes() && split.isComplete()) {
            Flash.success(next, "apportionment.split.saved");
        } else {
            Flash.warning(next, "apportionment.split.savedOpen");
        }
    }
}
