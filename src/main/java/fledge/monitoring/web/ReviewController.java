package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.ExplanationVerdict;
import fledge.monitoring.Judgement;
import fledge.monitoring.ReviewService;
import fledge.monitoring.SendBackReason;
import fledge.ui.Flash;
import fledge.ui.Formats;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reviewer's acts on a signed return. */
@Controller
class ReviewController {

    private static final String VERDICT = "verdict-";
    private static final String JUDGEMENT = "judgement-";

    private final ReviewService reviews;
    private final Formats formats;

    ReviewController(ReviewService reviews, Formats formats) {
        this.reviews = reviews;
        this.formats = formats;
    }

    @PostMapping("/returns/{id}/review")
    @Requires(Right.RETURN_REVIEW)
    String start(@PathVariable UUID id) {
        reviews.start(id);
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/verdicts")
    @Requires(Right.RETURN_REVIEW)
    String judge(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        reviews.judge(id, verdicts(typed));
        Flash.success(next, "monitoring.review.judged");
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/passing")
    @Requires(Right.RETURN_REVIEW)
    String pass(@PathVariable UUID id, RedirectAttributes next) {
        reviews.pass(id);
        Flash.success(next, "monitoring.review.passed");
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/acceptance")
    @Requires(Right.RETURN_REVIEW)
    String accept(@PathVariable UUID id, RedirectAttributes next) {
        reviews.accept(id);
        Flash.success(next, "monitoring.review.accepted");
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/sending-back")
    @Requires(Right.RETURN_REVIEW)
    String sendBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") List<String> indicators,
            RedirectAttributes next) {
        Set<UUID> named =
                indicators.stream().flatMap(text -> Ids.parse(text).stream()).collect(Collectors.toSet());
        var until = reviews.sendBack(id, code(code), reason, named);
        Flash.success(next, "monitoring.review.sent-back", formats.deadline(until));
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/withdrawal")
    @Requires(Right.RETURN_UNACCEPT)
    String unaccept(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        reviews.unaccept(id, reason);
        Flash.success(next, "monitoring.review.unaccepted");
        return "redirect:/returns/" + id;
    }

    private static SendBackReason code(String name) {
        return Arrays.stream(SendBackReason.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RuleRefused(Reason.on("code", "monitoring.refused.choose-reason")));
    }

    private static Map<UUID, Judgement> verdicts(Map<String, String> typed) {
        var verdicts = new HashMap<UUID, Judgement>();
        typed.forEach((name, value) -> {
            if (name.startsWith(VERDICT)) {
                String finding = name.substring(VERDICT.length());
                Arrays.stream(ExplanationVerdict.values())
                        .filter(verdict -> verdict.name().equals(value))
                        .forEach(verdict -> Ids.parse(finding)
                                .ifPresent(id -> verdicts.put(
                                        id, new Judgement(verdict, typed.getOrDefault(JUDGEMENT + finding, "")))));
            }
        });
        return verdicts;
    }
}
