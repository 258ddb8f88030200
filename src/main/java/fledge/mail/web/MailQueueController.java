package fledge.mail.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.mail.LetterService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of the city's mail. */
@Controller
class MailQueueController {

    private final LetterService letters;
    private final MailQueuePages pages;

    MailQueueController(LetterService letters, MailQueuePages pages) {
        this.letters = letters;
        this.pages = pages;
    }

    @GetMapping("/mail")
    @Requires(Right.MAIL_QUEUE)
    String list(
            @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String page, Model model) {
        model.addAttribute("page", pages.list(show, page));
        return "mail/letter-list";
    }

    @PostMapping("/mail/{id}/sending-again")
    @Requires(Right.MAIL_QUEUE)
    String sendAgain(@PathVariable UUID id, RedirectAttributes next) {
        letters.sendAgain(id);
        Flash.success(next, "mail.again", 1);
        return "redirect:/mail";
    }

    @PostMapping("/mail/sending-again")
    @Requires(Right.MAIL_QUEUE)
    String sendAllAgain(RedirectAttributes next) {
        Flash.success(next, "mail.again", letters.sendAllAgain());
        return "redirect:/mail";
    }
}
