package fledge.ui.web;

import fledge.access.Requires;
import fledge.access.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk (工作台): what waits for this person, and the numbers that matter to them. */
@Controller
class DeskController {

    private final DeskPages pages;

    DeskController(DeskPages pages) {
        this.pages = pages;
    }

    @GetMapping("/desk")
    @Requires(Right.OWN_DESK)
    String show(Model model) {
        model.addAttribute("page", pages.desk());
        return "home/desk";
    }
}
