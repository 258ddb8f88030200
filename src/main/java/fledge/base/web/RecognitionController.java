package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.base.RecognitionService;
import fledge.base.rules.RecognitionLevel;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recognition of bases: how many hold which level on a day, one recognition with its moves, and the forms for them. */
@Controller
class RecognitionController {

    private final RecognitionService recognitions;
    private final RecognitionPages pages;

    RecognitionController(RecognitionService recognitions, RecognitionPages pages) {
        this.recognitions = recognitions;
        this.pages = pages;
    }

    @GetMapping("/recognitions")
    @Requires(Right.BASE_LIST)
    String list(@RequestParam(defaultValue = "") String on, Model model) {
        model.addAttribute("page", pages.list(on));
        return "base/recognition-list";
    }

    @GetMapping("/recognitions/{id}")
    @Requires(Right.BASE_LIST)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "base/recognition-show";
    }

    @GetMapping("/bases/{id}/recognitions/new")
    @Requires(Right.RECOGNITION_APPLY)
    String blank(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.blank(id));
        return "base/recognition-form";
    }

    @PostMapping("/bases/{id}/recognitions")
    @Requires(Right.RECOGNITION_APPLY)
    String apply(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String statement,
            RedirectAttributes next) {
        var typed = new Typed();
        RecognitionLevel wanted = typed.refuse(typed.choice("level", level, RecognitionLevel.class));
        UUID made = recognitions.apply(id, wanted, statement.strip());
        Flash.success(next, "recognition.applied");
        return "redirect:/recognitions/" + made;
    }

    @GetMapping("/recognitions/{id}/step")
    @Requires({Right.RECOGNITION_APPLY, Right.RECOGNITION_RECOMMEND, Right.RECOGNITION_HANDLE, Right.RECOGNITION_DECIDE
    })
    String step(@PathVariable UUID id, @RequestParam(defaultValue = "") String action, Model model) {
        model.addAttribute("page", pages.step(id, action));
        return "base/recognition-step";
    }

    @PostMapping("/recognitions/{id}/step")
    @Requires({Right.RECOGNITION_APPLY, Right.RECOGNITION_RECOMMEND, Right.RECOGNITION_HANDLE, Right.RECOGNITION_DECIDE
    })
    String move(@PathVariable UUID id, RecognitionForm form, RedirectAttributes next) {
        recognitions.move(id, form.read());
        Flash.success(next, "recognition.moved");
        return "redirect:/recognitions/" + id;
    }
}
