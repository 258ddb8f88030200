package fledge.ui;

import fledge.kernel.Labelled;
import fledge.kernel.Measure;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How numbers, quarters and moments stand on a page, in the reader's language; nothing is null, so that it shows as “—”. */
@Component
public class Formats {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final MessageSource messages;

    Formats(MessageSource messages) {
        this.messages = messages;
    }

    public Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    public String text(String key, Object... arguments) {
        return Texts.of(messages, locale(), key, List.of(arguments));
    }

    public String text(Reason reason) {
        return Texts.of(messages, locale(), reason);
    }

    public String text(Labelled labelled) {
        return messages.getMessage(labelled.labelKey(), null, locale());
    }

    /** A value in base units, shown in a measure with the decimals it has, at least those of the measure. */
    public @Nullable String number(@Nullable BigDecimal base, Measure measure) {
        if (base == null) {
            return null;
        }
        BigDecimal value = measure.fromBase(base).stripTrailingZeros();
        return grouped(value, Math.max(0, Math.max(measure.decimals(), value.scale())));
    }

    /** The same with no more decimals than it has: a target of 10%, not of 10.00%. */
    public @Nullable String concise(@Nullable BigDecimal base, Measure measure) {
        if (base == null) {
            return null;
        }
        BigDecimal value = measure.fromBase(base).stripTrailingZeros();
        return grouped(value, Math.max(0, value.scale()));
    }

    /** The same without thousands separators, as it stands in a cell to be edited. */
    public @Nullable String plain(@Nullable BigDecimal base, Measure measure) {
        if (base == null) {
            return null;
        }
        BigDecimal value = measure.fromBase(base).stripTrailingZeros();
        return value.setScale(Math.max(0, value.scale())).toPlainString();
    }

    /** A number that is shown with two decimals, half up: percentages and ratios. */
    public @Nullable String rounded(@Nullable BigDecimal value) {
        return value == null ? null : grouped(value.setScale(2, RoundingMode.HALF_UP), 2);
    }

    public @Nullable String percent(@Nullable BigDecimal value) {
        String shown = rounded(value);
        return shown == null ? null : shown + "%";
    }

    private static String grouped(BigDecimal value, int decimals) {
        var format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    public String measure(Measure measure) {
        return text(measure);
    }

    public String quarter(Quarter quarter) {
        return period(quarter);
    }

    /** A quarter or a month by its name. */
    public String period(Period period) {
        return Texts.period(messages, locale(), period);
    }

    public @Nullable String minute(@Nullable Instant moment) {
        return moment == null ? null : MINUTE.format(moment.atZone(PortalClock.ZONE));
    }

    public String second(Instant moment) {
        return SECOND.format(moment.atZone(PortalClock.ZONE));
    }

    public @Nullable String day(@Nullable Instant moment) {
        return moment == null ? null : DAY.format(moment.atZone(PortalClock.ZONE));
    }

    /** The day as it stands under a document: 2026年9月30日. */
    public String documentDay(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(moment.atZone(PortalClock.ZONE));
    }

    /** A deadline, stored as the first instant that is too late: midnight is shown as 24:00 of the day before. */
    public String deadline(Instant tooLate) {
        ZonedDateTime moment = tooLate.atZone(PortalClock.ZONE);
        boolean midnight = moment.toLocalTime().toSecondOfDay() == 0;
        ZonedDateTime shown = midnight ? moment.minusDays(1) : moment;
        return text(
                "ui.deadline",
                DAY.format(shown),
                shown.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale()),
                midnight ? "24:00" : DateTimeFormatter.ofPattern("HH:mm").format(moment));
    }

    /** Whole days left until a deadline; on the last day 0, afterwards negative. */
    public long daysLeft(Instant tooLate, Instant now) {
        Instant lastMoment = tooLate.minus(Duration.ofSeconds(1));
        return ChronoUnit.DAYS.between(
                now.atZone(PortalClock.ZONE).toLocalDate(),
                lastMoment.atZone(PortalClock.ZONE).toLocalDate());
    }

    /** “还剩 5 天”, “今天截止”, “已逾期 2 天”. */
    public String left(Instant tooLate, Instant now) {
        long days = daysLeft(tooLate, now);
        return days > 0
                ? text("ui.days-left", days)
                : now.isBefore(tooLate) ? text("ui.last-day") : text("ui.overdue", Math.max(1, -days));
    }
}
