package fledge.apportionment.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.apportionment.TargetSetDecisions;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way of a target set: each act is an address of its own. */
@Controller
class DecisionController {

    private final TargetSetDecisions decisions;

    DecisionController(TargetSetDecisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping("/target-sets/{id}/circulation")
    @Requires(Right.TARGET_PLAN)
    String circulate(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, RedirectAttributes next) {
        decisions.circulate(id, Typed.version(version));
        return done(id, next, "CIRCULATE");
    }

    @PostMapping("/target-sets/{id}/revision")
    @Requires(Right.TARGET_PLAN)
    String revise(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        decisions.revise(id, Typed.version(version), reason);
        return done(id, next, "REVISE");
    }

    @PostMapping("/target-sets/{id}/submission")
    @Requires(Right.TARGET_PLAN)
    String submit(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, RedirectAttributes next) {
        decisions.submit(id, Typed.version(version));
        return done(id, next, "SUBMIT");
    }

    @PostMapping("/target-sets/{id}/return")
    @Requires(Right.TARGET_DECIDE)
    String sendBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        decisions.sendBack(id, Typed.version(version), reason);
        return done(id, next, "RETURN");
    }

    @PostMapping("/target-sets/{id}/approval")
    @Requires(Right.TARGET_DECIDE)
    String approve(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String documentNo,
            RedirectAttributes next) {
        decisions.approve(id, Typed.version(version), documentNo);
        return done(id, next, "APPROVE");
    }

    @PostMapping("/target-sets/{id}/rescission")
    @Requires(Right.TARGET_DECIDE)
    String rescind(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        decisions.rescind(id, Typed.version(version), reason);
        return done(id, next, "RESCIND");
    }

    @PostMapping("/target-sets/{id}/issuance")
    @Requires(Right.TARGET_PLAN)
    String issue(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, RedirectAttributes next) {
        decisions.issue(id, Typed.version(version));
        return done(id, next, "ISSUE");
    }

    @PostMapping("/target-sets/{id}/cancellation")
    @Requires(Right.TARGET_PLAN)
    String cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        decisions.cancel(id, Typed.version(version), reason);
        return done(id, next, "CANCEL");
    }

    @PostMapping("/target-sets/{id}/closure")
    @Requires(Right.TARGET_PLAN)
    String close(@PathVariable UUID id, @RequestParam(defaultValue = "") String version, RedirectAttributes next) {
        decisions.close(id, Typed.version(version));
        return done(id, next, "CLOSE");
    }

    private static String done(UUID id, RedirectAttributes next, String act) {
        Flash.success(next, "apportionment.set.done." + act);
        return "redirect:/target-sets/" + id;
    }
}
