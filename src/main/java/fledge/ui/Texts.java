package fledge.ui;

import fledge.kernel.Labelled;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Turns keys and reasons into sentences; what is {@link Labelled}, and a quarter, is shown by its own name. */
public final class Texts {

    private Texts() {}

    static String quarter(MessageSource messages, Locale locale, Quarter quarter) {
        return messages.getMessage(
                "ui.quarter." + quarter.number(), new Object[] {Integer.toString(quarter.year())}, locale);
    }

    public static String of(MessageSource messages, Locale locale, Reason reason) {
        return of(messages, locale, reason.key(), reason.args());
    }

    public static String of(MessageSource messages, Locale locale, String key, List<?> arguments) {
        Object[] shown = arguments.stream()
                .map(argument -> switch (argument) {
                    case Labelled labelled -> messages.getMessage(labelled.labelKey(), null, locale);
                    case Quarter quarter -> quarter(messages, locale, quarter);
                    default -> argument;
                })
                .toArray();
        return messages.getMessage(key, shown, locale);
    }
}
