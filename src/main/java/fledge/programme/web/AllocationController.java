package fledge.programme.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.AllocationView;
import fledge.programme.ApportionmentService;
import fledge.programme.ProgrammeService;
import fledge.ui.Flash;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The split of a target among units and years: the grid, drafts made by rule, and issuing. */
@Controller
class AllocationController {

    private final ApportionmentService apportionments;
    private final ProgrammeService programmes;
    private final AllocationPages pages;

    AllocationController(ApportionmentService apportionments, ProgrammeService programmes, AllocationPages pages) {
        this.apportionments = apportionments;
        this.programmes = programmes;
        this.pages = pages;
    }

    @GetMapping("/indicators/{id}/split")
    @Requires(Right.PROGRAMME_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "programme/apportionment-form";
    }

    /** The grid as typed. */
    @PostMapping("/indicators/{id}/split")
    @Requires(Right.PROGRAMME_EDIT)
    String draft(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        AllocationView split = apportionments.split(id);
        Measure measure = programmes.indicator(id).valueMeasure();
        var input = new FormInput("programme.apportionment");
        List<UUID> units = split.units();
        List<AllocationView.Part> parts = new ArrayList<>();
        for (UUID unit : units) {
            for (int year : split.years()) {
                String field = "part-" + unit + "-" + year;
                parts.add(new AllocationView.Part(unit, year, number(input, field, typed.getFirst(field), measure)));
            }
        }
        int version = version(typed);
        input.end();
        AllocationView after = apportionments.draft(id, version, units, parts);
        said(after, next);
        return "redirect:/indicators/" + id + "/split";
    }

    /** A draft by rule among the chosen units: in equal parts, or by their weights. */
    @PostMapping("/indicators/{id}/split/proposal")
    @Requires(Right.PROGRAMME_EDIT)
    String propose(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var input = new FormInput("programme.apportionment");
        List<@Nullable String> chosen = new ArrayList<>(typed.getOrDefault("units", List.of()));
        List<UUID> units = input.ids("units", chosen);
        boolean weighted = "weights".equals(typed.getFirst("by"));
        Map<UUID, BigDecimal> weights = new LinkedHashMap<>();
        for (UUID unit : units) {
            String field = "weight-" + unit;
            BigDecimal weight = weighted ? number(input, field, typed.getFirst(field), Measure.COUNT) : BigDecimal.ONE;
            if (weight == null) {
                throw new RuleRefused(Reason.on(field, "programme.apportionment.weights"));
            }
            weights.put(unit, weight);
        }
        input.end();
        if (units.isEmpty()) {
            throw new RuleRefused(Reason.on("units", "programme.apportionment.noUnits"));
        }
        said(apportionments.draftByWeights(id, version(typed), weights), next);
        return "redirect:/indicators/" + id + "/split";
    }

    @PostMapping("/indicators/{id}/split/issuance")
    @Requires(Right.TARGET_ISSUE)
    String issue(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String documentNo,
            RedirectAttributes next) {
        apportionments.issue(id, version, FormInput.text(documentNo));
        Flash.success(next, "programme.apportionment.issuedNow");
        return "redirect:/indicators/" + id + "/split";
    }

    private static @Nullable BigDecimal number(FormInput input, String field, @Nullable String typed, Measure measure) {
        return input.number(field, typed, measure);
    }

    private static int version(MultiValueMap<String, String> typed) {
        return new FormInput("programme.apportionment").whole("version", typed.getFirst("version"), 0);
    }

    private static void said(AllocationView split, RedirectAttributes next) {
        if (split.closes()) {
            Flash.success(next, "programme.apportionment.saved");
        } else {
            Flash.warning(next, "programme.apportionment.savedOpen");
        }
    }
}
