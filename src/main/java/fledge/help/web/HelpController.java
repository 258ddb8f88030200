package fledge.help.web;

import fledge.access.OpenToAll;
import fledge.help.HelpPage;
import fledge.help.HelpShelf;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The help: a list of contents, and each page. */
@Controller
class HelpController {

    private final HelpShelf shelf;

    HelpController(HelpShelf shelf) {
        this.shelf = shelf;
    }

    record HelpListPage(List<HelpPage> pages) {}

    record HelpShowPage(HelpPage shown, List<HelpPage> pages) {}

    @GetMapping("/help")
    @OpenToAll
    String list(Model model, Locale locale) {
        model.addAttribute("page", new HelpListPage(shelf.pages(locale)));
        return "help/help-list";
    }

    @GetMapping("/help/{slug}")
    @OpenToAll
    String show(@PathVariable String slug, Model model, Locale locale) {
        model.addAttribute("page", new HelpShowPage(shelf.page(slug, locale), shelf.pages(locale)));
        return "help/help-show";
    }
}
