package fledge.apportionment.web;

import fledge.access.NotFound;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.apportionment.ConsultationService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one's own unit is to carry: to agree to, to sign for, and residuals to take upon oneself. */
@Controller
class OwnTargetController {

    private final ConsultationService consultation;
    private final LinePages pages;

    OwnTargetController(ConsultationService consultation, LinePages pages) {
        this.consultation = consultation;
        this.pages = pages;
    }

    @GetMapping("/my-targets")
    @Requires(Right.TARGET_OWN)
    String own(Model model) {
        model.addAttribute("page", pages.own());
        return "apportionment/own-targets";
    }

    @PostMapping("/my-targets/agreement")
    @Requires(Right.TARGET_ANSWER)
    String agreeAll(@RequestParam(defaultValue = "") String set, RedirectAttributes next) {
        Flash.success(next, "apportionment.own.agreed", consultation.agreeAll(id(set)));
        return "redirect:/my-targets";
    }

    @PostMapping("/my-targets/acknowledgement")
    @Requires(Right.TARGET_ANSWER)
    String acknowledgeAll(@RequestParam(defaultValue = "") String set, RedirectAttributes next) {
        Flash.success(next, "apportionment.own.acknowledged", consultation.acknowledgeAll(id(set)));
        return "redirect:/my-targets";
    }

    @PostMapping("/residual-holdings/{id}/signature")
    @Requires(Right.TARGET_ANSWER)
    String sign(@PathVariable UUID id, RedirectAttributes next) {
        consultation.signResidual(id);
        Flash.success(next, "apportionment.own.signed");
        return "redirect:/my-targets";
    }

    private static UUID id(String typed) {
        return Typed.id(typed).orElseThrow(() -> new NotFound("target set"));
    }
}
