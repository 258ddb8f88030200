package fledge.apportionment.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.apportionment.ConsultationService;
import fledge.kernel.Measure;
import fledge.ui.Flash;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One line of a target set, and everything that is said to and fro about it. */
@Controller
class LineController {

    private final ConsultationService consultation;
    private final LinePages pages;

    LineController(ConsultationService consultation, LinePages pages) {
        this.consultation = consultation;
        this.pages = pages;
    }

    /** A number with its reason, as the forms of a line send it. */
    record NumberForm(
            @Nullable String value,
            @Nullable String denominator,
            @Nullable String reason,
            @Nullable String evidence) {}

    private record Numbers(
            @Nullable BigDecimal value, @Nullable BigDecimal denominator) {}

    @GetMapping("/target-lines/{id}")
    @Requires({Right.TARGET_READ, Right.TARGET_OWN})
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "apportionment/line-show";
    }

    @PostMapping("/target-lines/{id}/agreement")
    @Requires(Right.TARGET_ANSWER)
    String agree(@PathVariable UUID id, RedirectAttributes next) {
        consultation.agree(id);
        return done(id, next, "AGREE");
    }

    @PostMapping("/target-lines/{id}/counter-proposal")
    @Requires(Right.TARGET_ANSWER)
    String counter(@PathVariable UUID id, NumberForm form, RedirectAttributes next) {
        Numbers numbers = read(id, form);
        consultation.counter(id, numbers.value(), numbers.denominator(), text(form.reason()), text(form.evidence()));
        return done(id, next, "COUNTER");
    }

    @PostMapping("/target-lines/{id}/acceptance")
    @Requires(Right.TARGET_PLAN)
    String accept(@PathVariable UUID id, RedirectAttributes next) {
        consultation.acceptCounter(id);
        return done(id, next, "ACCEPT_COUNTER");
    }

    @PostMapping("/target-lines/{id}/renewal")
    @Requires(Right.TARGET_PLAN)
    String repropose(@PathVariable UUID id, NumberForm form, RedirectAttributes next) {
        Numbers numbers = read(id, form);
        consultation.repropose(id, numbers.value(), numbers.denominator(), text(form.reason()));
        return done(id, next, "REPROPOSE");
    }

    @PostMapping("/target-lines/{id}/insistence")
    @Requires(Right.TARGET_PLAN)
    String insist(@PathVariable UUID id, NumberForm form, RedirectAttributes next) {
        consultation.insist(id, text(form.reason()));
        return done(id, next, "INSIST");
    }

    @PostMapping("/target-lines/{id}/settlement")
    @Requires(Right.TARGET_DECIDE)
    String settle(@PathVariable UUID id, NumberForm form, RedirectAttributes next) {
        Numbers numbers = read(id, form);
        consultation.settle(id, numbers.value(), numbers.denominator(), text(form.reason()));
        return done(id, next, "SETTLE");
    }

    @PostMapping("/target-lines/{id}/acknowledgement")
    @Requires(Right.TARGET_ANSWER)
    String acknowledge(@PathVariable UUID id, RedirectAttributes next) {
        consultation.acknowledge(id);
        return done(id, next, "ACKNOWLEDGE");
    }

    private Numbers read(UUID id, NumberForm form) {
        Measure measure = consultation.line(id).split().measure();
        var input = new Typed();
        var numbers = new Numbers(
                input.number("value", form.value(), measure), input.number("denominator", form.denominator(), measure));
        input.end();
        return numbers;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static String done(UUID id, RedirectAttributes next, String act) {
        Flash.success(next, "apportionment.line.done." + act);
        return "redirect:/target-lines/" + id;
    }
}
