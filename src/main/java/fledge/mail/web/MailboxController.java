package fledge.mail.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Labelled;
import fledge.mail.LetterService;
import fledge.mail.MailLanguage;
import fledge.mail.MailWish;
import fledge.mail.MailboxService;
import fledge.mail.MailboxView;
import fledge.ui.Flash;
import fledge.ui.Formats;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own mail: the address with its confirmation, how often, in which language. */
@Controller
class MailboxController {

    private static final String PATH = "/me/mail";

    private final MailboxService mailboxes;
    private final LetterService letters;
    private final Formats formats;

    MailboxController(MailboxService mailboxes, LetterService letters, Formats formats) {
        this.mailboxes = mailboxes;
        this.letters = letters;
        this.formats = formats;
    }

    /** A choice of the form. */
    record Option(String value, String label) {}

    /** {@code codeSent}: when the last code was sent to an address that is not confirmed yet. */
    record MailboxPage(
            boolean serverSetUp,
            String address,
            String wish,
            String language,
            @Nullable String confirmed,
            @Nullable String codeSent,
            List<Option> wishes,
            List<Option> languages) {}

    @GetMapping(PATH)
    @Requires(Right.OWN_DESK)
    String show(Model model) {
        MailboxView own = mailboxes.own(formats.locale());
        String address = own.address();
        model.addAttribute(
                "page",
                new MailboxPage(
                        letters.isServerSetUp(),
                        address == null ? "" : address,
                        own.wish().name(),
                        own.language().name(),
                        formats.minute(own.confirmedAt()),
                        formats.minute(own.codeMadeAt()),
                        options(MailWish.values()),
                        options(MailLanguage.values())));
        return "mail/mailbox-form";
    }

    @PostMapping(PATH)
    @Requires(Right.OWN_DESK)
    String write(@ModelAttribute("form") MailboxForm form, RedirectAttributes next) {
        MailboxForm.Choice choice = form.choice();
        boolean unconfirmed = mailboxes.write(form.address(), choice.wish(), choice.language());
        Flash.success(next, unconfirmed && letters.isServerSetUp() ? "mail.saved-unconfirmed" : "mail.saved");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/confirmation")
    @Requires(Right.OWN_DESK)
    String confirm(@RequestParam(defaultValue = "") String code, RedirectAttributes next) {
        mailboxes.confirm(code);
        Flash.success(next, "mail.confirmed");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/code")
    @Requires(Right.OWN_DESK)
    String sendCode(RedirectAttributes next) {
        mailboxes.sendCode();
        Flash.success(next, "mail.code-sent");
        return "redirect:" + PATH;
    }

    private <E extends Enum<E> & Labelled> List<Option> options(E[] values) {
        return Stream.of(values)
                .map(value -> new Option(value.name(), formats.text(value)))
                .toList();
    }
}
