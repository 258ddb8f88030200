package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Period;
import fledge.monitoring.ReportingRateService;
import fledge.monitoring.ReturnSelection;
import fledge.ui.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reporting rate, timeliness and completeness (上报率、及时率、完整率): of a programme by round and unit, and as a file. */
@Controller
class RateController {

    private final ReportingRateService rates;
    private final RatePages pages;

    RateController(ReportingRateService rates, RatePages pages) {
        this.rates = rates;
        this.pages = pages;
    }

    /** Of the running programme, or else the first one. */
    @GetMapping("/rates")
    @Requires(Right.PROGRESS_READ)
    String first(@ModelAttribute Slice.Request asked, Model model) {
        model.addAttribute("page", pages.first(asked));
        return "monitoring/rate-list";
    }

    @GetMapping("/rates/programmes/{id}")
    @Requires(Right.PROGRESS_READ)
    String list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String quarter,
            @ModelAttribute Slice.Request asked,
            Model model) {
        model.addAttribute("page", pages.list(id, period(quarter), asked));
        return "monitoring/rate-list";
    }

    @GetMapping("/rates/programmes/{id}/returns")
    @Requires(Right.PROGRESS_READ)
    String returns(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String selection,
            @ModelAttribute Slice.Request asked,
            Model model) {
        ReturnSelection chosen = Arrays.stream(ReturnSelection.values())
                .filter(one -> one.name().equals(selection))
                .findFirst()
                .orElse(ReturnSelection.ASKED);
        model.addAttribute(
                "page", pages.behind(id, period(quarter), Ids.parse(unit).orElse(null), chosen, asked));
        return "monitoring/rate-show";
    }

    @PostMapping("/rates/programmes/{id}/export")
    @Requires(Right.PROGRESS_READ)
    ResponseEntity<byte[]> export(@PathVariable UUID id) {
        ReportingRateService.Rates exported = rates.export(id);
        String name = "reporting-rates-" + exported.programme().code() + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pages.csv(exported).getBytes(StandardCharsets.UTF_8));
    }

    /** What cannot be read as a quarter or month means all of them. */
    private static @Nullable Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
