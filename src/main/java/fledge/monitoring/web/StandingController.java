package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.Standing;
import fledge.monitoring.StandingService;
import fledge.ui.Flash;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
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

/** How firm values are: declared for a return, and what still waits to be final. */
@Controller
class StandingController {

    private final StandingService standings;
    private final StandingPages pages;

    StandingController(StandingService standings, StandingPages pages) {
        this.standings = standings;
        this.pages = pages;
    }

    @GetMapping("/returns/{id}/standings")
    @Requires(Right.RETURN_FILL)
    String form(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.form(id));
        return "monitoring/standing-form";
    }

    @PostMapping("/returns/{id}/standings")
    @Requires(Right.RETURN_FILL)
    String declare(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        var reasons = new ArrayList<Reason>();
        var declared = new ArrayList<StandingService.Declared>();
        typed.forEach((name, value) -> {
            if (name.startsWith("standing-")) {
                Optional<UUID> line = Ids.parse(name.substring("standing-".length()));
                Optional<Standing> standing = standing(value);
                if (line.isPresent() && standing.isPresent()) {
                    declared.add(new StandingService.Declared(
                            line.get(), standing.get(), day(typed.get("final-" + line.get()))));
                } else {
                    reasons.add(Reason.on(name, "monitoring.refused.choose-standing"));
                }
            }
        });
        RuleRefused.ifAny(reasons);
        Flash.success(next, "monitoring.standing.saved", standings.declare(id, declared));
        return "redirect:/returns/" + id + "/form";
    }

    private static Optional<Standing> standing(String typed) {
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.name().equals(typed))
                .findFirst();
    }

    /** Nothing where it is no date; the service says so at the field where one is needed. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @GetMapping("/provisional")
    @Requires({Right.RETURN_LIST, Right.ROUND_READ})
    String list(Model model) {
        model.addAttribute("page", pages.list(standings.awaited()));
        return "monitoring/provisional-list";
    }
}
