package fledge.ui;

import fledge.kernel.Labelled;
import fledge.kernel.Month;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Turns keys and reasons into sentences; what is {@link Labelled}, and a period, is shown by its own name. */
public final class Texts {

    private Texts() {}

    static String period(MessageSource messages, Locale locale, Period period) {
        return switch (period) {
            case Quarter quarter ->
                messages.getMessage(
                        "ui.quarter." + quarter.number(), new Object[] {Integer.toString(quarter.year())}, locale);
            case Month month ->
                messages.getMessage(
                        "ui.month",
                        new Object[] {Integer.toString(month.year()), Integer.toString(month.number())},
                        locale);
        };
    }

    public static String of(MessageSource messages, Locale locale, Reason reason) {
        return of(messages, locale, reason.key(), reason.args());
    }

    public static String of(MessageSource messages, Locale locale, String key, List<?> arguments) {
        Object[] shown = arguments.stream()
                .map(argument -> switch (argument) {
                    case Labelled labelled -> messages.getMessage(labelled.labelKey(), null, locale);
                    case Period period -> period(messages, locale, period);
                    default -> argument;
                })
                .toArray();
        return messages.getMessage(key, shown, locale);
    }
}
