package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.monitoring.Explanation;
import fledge.monitoring.SignOffService;
import fledge.ui.Flash;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way from draft to signature, and back. */
@Controller
class SignOffController {

    private static final String EXPLANATION = "explanation-";
    private static final String REASON = "reason-";

    private final SignOffService signOffs;

    SignOffController(SignOffService signOffs) {
        this.signOffs = signOffs;
    }

    @PostMapping("/returns/{id}/check")
    @Requires(Right.RETURN_FILL)
    String check(@PathVariable UUID id) {
        signOffs.check(id);
        return "redirect:/returns/" + id + "/findings";
    }

    @PostMapping("/returns/{id}/explanations")
    @Requires(Right.RETURN_FILL)
    String explain(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        signOffs.explain(id, explanations(typed));
        Flash.success(next, "monitoring.findings.explained");
        return "redirect:/returns/" + id + "/findings";
    }

    /** Hands over to the certifier; explanations typed on the same page are kept first. */
    @PostMapping("/returns/{id}/sign-off-request")
    @Requires(Right.RETURN_FILL)
    String request(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Map<UUID, Explanation> explanations = explanations(typed);
        if (!explanations.isEmpty()) {
            signOffs.explain(id, explanations);
        }
        signOffs.request(id);
        Flash.success(next, "monitoring.return.requested");
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/taking-back")
    @Requires(Right.RETURN_FILL)
    String takeBack(@PathVariable UUID id, RedirectAttributes next) {
        signOffs.takeBack(id);
        Flash.success(next, "monitoring.return.taken-back");
        return "redirect:/returns/" + id + "/form";
    }

    @PostMapping("/returns/{id}/sign-off-refusal")
    @Requires(Right.RETURN_CERTIFY)
    String decline(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        signOffs.decline(id, reason);
        Flash.success(next, "monitoring.return.declined");
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/certification")
    @Requires(Right.RETURN_CERTIFY)
    String certify(@PathVariable UUID id, RedirectAttributes next) {
        var version = signOffs.certify(id);
        Flash.success(
                next,
                "monitoring.return.certified",
                version.receipt(),
                version.hash().substring(0, 8));
        return "redirect:/returns/" + id;
    }

    @PostMapping("/returns/{id}/recall")
    @Requires(Right.RETURN_CERTIFY)
    String recall(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        signOffs.recall(id, reason);
        Flash.success(next, "monitoring.return.recalled");
        return "redirect:/returns/" + id;
    }

    /** A finding of a class that may be ignored has words and no reason. */
    private static Map<UUID, Explanation> explanations(Map<String, String> typed) {
        var explanations = new HashMap<UUID, Explanation>();
        typed.forEach((name, text) -> {
            if (name.startsWith(EXPLANATION)) {
                String finding = name.substring(EXPLANATION.length());
                Ids.parse(finding)
                        .ifPresent(id ->
                                explanations.put(id, new Explanation(typed.getOrDefault(REASON + finding, ""), text)));
            }
        });
        return explanations;
    }
}
