package fledge.ui.web;

import fledge.access.Actor;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.ui.DeskPart;
import fledge.ui.Worklist;
import fledge.ui.WorklistItem;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk (工作台): what waits for this person, and the numbers that matter to them. */
@Controller
class DeskController {

    private final Worklist worklist;
    private final List<DeskPart> parts;

    DeskController(Worklist worklist, List<DeskPart> parts) {
        this.worklist = worklist;
        this.parts = parts;
    }

    @GetMapping("/desk")
    @Requires(Right.OWN_DESK)
    String show(Model model) {
        Actor actor = Actor.current();
        model.addAttribute(
                "page",
                new DeskPage(
                        worklist.of(actor),
                        parts.stream()
                                .flatMap(part -> part.tiles(actor).stream())
                                .toList()));
        return "home/desk";
    }

    record DeskPage(List<WorklistItem> worklist, List<DeskPart.DeskTile> tiles) {}
}
