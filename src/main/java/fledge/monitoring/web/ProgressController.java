package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Progress against the targets: of a programme, and of one indicator over time. */
@Controller
class ProgressController {

    private final ProgressPages pages;

    ProgressController(ProgressPages pages) {
        this.pages = pages;
    }

    /** The running programme, or else the first one. */
    @GetMapping("/progress")
    @Requires(Right.PROGRESS_READ)
    String list(Model model) {
        model.addAttribute("page", pages.first());
        return "monitoring/progress-list";
    }

    @GetMapping("/progress/programmes/{id}")
    @Requires(Right.PROGRESS_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.list(id));
        return "monitoring/progress-list";
    }

    @GetMapping("/progress/indicators/{id}")
    @Requires(Right.PROGRESS_READ)
    String indicator(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.indicator(id));
        return "monitoring/progress-show";
    }
}
