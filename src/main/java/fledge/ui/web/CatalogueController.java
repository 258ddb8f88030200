package fledge.ui.web;

import fledge.access.OpenToAll;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every part that pages are built from, with made-up values; in the demonstration only. */
@Controller
@ConditionalOnBooleanProperty("fledge.demo")
class CatalogueController {

    @GetMapping("/catalogue")
    @OpenToAll
    String show() {
        return "ui/catalogue";
    }
}
