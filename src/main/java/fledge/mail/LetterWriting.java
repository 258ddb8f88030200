package fledge.mail;

import fledge.identity.AccountService;
import fledge.identity.AccountView;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.ui.Formats;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes what a letter says, as text and as a page, in the language of its mailbox. */
@Component
class LetterWriting {

    private final ITemplateEngine templates;
    private final AccountService accounts;
    private final Formats formats;
    private final String address;

    LetterWriting(
            ITemplateEngine templates,
            AccountService accounts,
            Formats formats,
            @Value("${fledge.address}") String address) {
        this.templates = templates;
        this.accounts = accounts;
        this.formats = formats;
        this.address = address.replaceFirst("/+$", "");
    }

    /** What the templates read. */
    record LetterPage(
            String name,
            String city,
            List<LineOfLetter> lines,
            @Nullable String code,
            String settingsHref) {}

    /** A line with the whole address of its page. */
    record LineOfLetter(
            String title, @Nullable String form, @Nullable String due, String href) {}

    /** Tells what waits. */
    Mail news(Letter letter, Mailbox mailbox, List<WaitingNews.Line> lines) {
        return write(
                letter,
                mailbox,
                "mail/news",
                lines,
                null,
                city -> lines.size() == 1
                        ? formats.text(
                                "mail.subject.one", city, lines.getFirst().title())
                        : formats.text("mail.subject.several", city));
    }

    /** Brings the code that confirms an address. */
    Mail code(Letter letter, Mailbox mailbox, String code) {
        return write(letter, mailbox, "mail/code", List.of(), code, city -> formats.text("mail.subject.code", city));
    }

    private interface Subject {
        String in(String city);
    }

    private Mail write(
            Letter letter,
            Mailbox mailbox,
            String template,
            List<WaitingNews.Line> lines,
            @Nullable String code,
            Subject subject) {
        return WaitingNews.inLanguageOf(mailbox, () -> {
            City city = CurrentCity.get();
            String base = address + "/" + city.code();
            AccountView owner = Objects.requireNonNull(
                    accounts.views(List.of(letter.accountId())).get(letter.accountId()));
            var page = new LetterPage(
                    owner.personName(),
                    city.name(formats.locale()),
                    lines.stream()
                            .map(line -> new LineOfLetter(line.title(), line.form(), line.due(), base + line.path()))
                            .toList(),
                    code,
                    base + "/me/mail");
            var context = new Context(formats.locale(), Map.of("page", page));
            return new Mail(
                    "<" + letter.id() + "@" + city.code() + ".fledge>",
                    Objects.requireNonNull(mailbox.address()),
                    subject.in(page.city()),
                    templates.process(template + ".txt", context),
                    templates.process(template, context));
        });
    }
}
