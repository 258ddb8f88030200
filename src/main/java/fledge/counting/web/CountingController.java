package fledge.counting.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.counting.CountedFact;
import fledge.counting.CountingService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.Flash;
import fledge.ui.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Indicators that count facts of the registers: which, how many, who, and what was reported of them. */
@Controller
class CountingController {

    private final CountingService counting;
    private final CountingPages pages;

    CountingController(CountingService counting, CountingPages pages) {
        this.counting = counting;
        this.pages = pages;
    }

    @GetMapping("/counted-indicators")
    @Requires(Right.PROGRESS_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "counting/counted-list";
    }

    @PostMapping("/counted-indicators")
    @Requires(Right.SOURCE_RECORD)
    String count(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String fact,
            RedirectAttributes next) {
        var reasons = new ArrayList<Reason>();
        Optional<UUID> chosen = id(indicator);
        Optional<CountedFact> counted = Arrays.stream(CountedFact.values())
                .filter(one -> one.name().equals(fact.strip()))
                .findFirst();
        if (chosen.isEmpty()) {
            reasons.add(Reason.on("indicator", "counting.refused.choose"));
        }
        if (counted.isEmpty()) {
            reasons.add(Reason.on("fact", "counting.refused.choose-fact"));
        }
        RuleRefused.ifAny(reasons);
        UUID made = counting.count(chosen.orElseThrow(), counted.orElseThrow());
        Flash.success(next, "counting.made");
        return "redirect:/counted-indicators/" + made;
    }

    @GetMapping("/counted-indicators/{id}")
    @Requires(Right.PROGRESS_READ)
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            Model model) {
        model.addAttribute("page", pages.show(id, year, new Slice.Request(page, size)));
        return "counting/counted-show";
    }

    @PostMapping("/counted-indicators/{id}/removal")
    @Requires(Right.SOURCE_RECORD)
    String end(@PathVariable UUID id, RedirectAttributes next) {
        counting.end(id);
        Flash.success(next, "counting.ended");
        return "redirect:/counted-indicators";
    }

    @PostMapping("/returns/{id}/counted-facts")
    @Requires(Right.RETURN_FILL)
    String fill(@PathVariable UUID id, RedirectAttributes next) {
        Flash.success(next, "counting.filled", counting.fill(id));
        return "redirect:/returns/" + id + "/form";
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
