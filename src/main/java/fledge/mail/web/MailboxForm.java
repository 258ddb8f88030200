package fledge.mail.web;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.mail.MailLanguage;
import fledge.mail.MailWish;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mail settings as they are typed. */
record MailboxForm(String address, String wish, String language) {

    MailboxForm(@Nullable String address, @Nullable String wish, @Nullable String language) {
        this.address = address == null ? "" : address;
        this.wish = wish == null ? "" : wish;
        this.language = language == null ? "" : language;
    }

    /** What was chosen. */
    record Choice(MailWish wish, MailLanguage language) {}

    Choice choice() {
        Optional<MailWish> chosenWish = named(MailWish.values(), wish);
        Optional<MailLanguage> chosenLanguage = named(MailLanguage.values(), language);
        var against = new ArrayList<Reason>();
        if (chosenWish.isEmpty()) {
            against.add(Reason.on("wish", "mail.refused.choose"));
        }
        if (chosenLanguage.isEmpty()) {
            against.add(Reason.on("language", "mail.refused.choose"));
        }
        RuleRefused.ifAny(against);
        return new Choice(chosenWish.orElseThrow(), chosenLanguage.orElseThrow());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
