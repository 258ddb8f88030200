package fledge.ui;

import fledge.kernel.Labelled;
import fledge.kernel.Reason;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Turns keys and reasons into sentences; an argument that is {@link Labelled} is shown by its own name. */
public final class Texts {

    private Texts() {}

    public static String of(MessageSource messages, Locale locale, Reason reason) {
        return of(messages, locale, reason.key(), reason.args());
    }

    public static String of(MessageSource messages, Locale locale, String key, List<?> arguments) {
        Object[] shown = arguments.stream()
                .map(argument -> argument instanceof Labelled labelled
                        ? messages.getMessage(labelled.labelKey(), null, locale)
                        : argument)
                .toArray();
        return messages.getMessage(key, shown, locale);
    }
}
