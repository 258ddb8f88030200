package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.DifferenceReason;
import fledge.monitoring.SourceKind;
import fledge.monitoring.SourceService;
import fledge.monitoring.rules.Entry;
import fledge.monitoring.rules.NumberEntry;
import fledge.ui.Flash;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was reported beside other sources: pairs, their values, and why they differ. */
@Controller
class SourceController {

    private final SourceService sources;
    private final SourcePages pages;

    SourceController(SourceService sources, SourcePages pages) {
        this.sources = sources;
        this.pages = pages;
    }

    @GetMapping("/sources")
    @Requires(Right.PROGRESS_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "monitoring/source-list";
    }

    @PostMapping("/sources")
    @Requires(Right.SOURCE_RECORD)
    String pair(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String tolerance,
            RedirectAttributes next) {
        UUID indicatorId = Ids.parse(indicator)
                .orElseThrow(() -> new RuleRefused(Reason.on("indicator", "monitoring.refused.choose-indicator")));
        SourceKind chosen = choice(kind, SourceKind.class);
        if (chosen == null) {
            throw new RuleRefused(Reason.on("kind", "monitoring.refused.choose-source"));
        }
        UUID id = sources.pair(indicatorId, chosen, name, number("tolerance", tolerance, Measure.PERCENT));
        Flash.success(next, "monitoring.source.paired");
        return "redirect:/sources/" + id;
    }

    @GetMapping("/sources/{id}")
    @Requires(Right.PROGRESS_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "monitoring/source-show";
    }

    @PostMapping("/sources/{id}/values")
    @Requires(Right.SOURCE_RECORD)
    String record(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String documentRef,
            RedirectAttributes next) {
        Measure measure = sources.one(id).indicator().valueMeasure();
        sources.record(id, quarter(quarter), number("value", value, measure), documentRef);
        Flash.success(next, "monitoring.source.recorded");
        return "redirect:/sources/" + id;
    }

    @PostMapping("/sources/{id}/explanations")
    @Requires(Right.SOURCE_RECORD)
    String explain(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String explained,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        Quarter of = quarter(explained);
        if (of == null) {
            throw new RuleRefused(Reason.on("explained", "monitoring.refused.choose-quarter"));
        }
        sources.explain(id, of, choice(code, DifferenceReason.class), text);
        Flash.success(next, "monitoring.source.explained");
        return "redirect:/sources/" + id;
    }

    private static @Nullable Quarter quarter(String code) {
        try {
            return Quarter.parse(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(String typed, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal number(String field, String typed, Measure measure) {
        return switch (NumberEntry.read(typed.strip(), measure, true)) {
            case Entry.Blank blank -> null;
            case Entry.Understood understood -> understood.inBase();
            case Entry.Refused refused -> throw new RuleRefused(refused.reason().at(field));
        };
    }
}
