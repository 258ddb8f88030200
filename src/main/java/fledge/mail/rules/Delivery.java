package fledge.mail.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** When a mail goes: the daily one on the morning of a working day, and one that could not be sent after a growing delay. */
public final class Delivery {

    /** A quarter of an hour after the calendar's own reminders, so that those of the morning are in the mail of the morning. */
    public static final LocalTime MORNING = LocalTime.of(8, 45);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private Delivery() {}

    /**
     * The first 8:45 (Asia/Shanghai) of a working day that does not lie before the cause. Example: what is caused on Wednesday
     * 2026-09-30 at 17:00 goes on Thursday 2026-10-08 at 8:45, because 10-01 to 10-07 are off; what is caused on 10-08 at 8:30
     * goes with it.
     */
    public static Instant morningAfter(Instant cause, Predicate<LocalDate> isWorkingDay) {
        LocalDate day = cause.atZone(ZONE).toLocalDate();
        while (!isWorkingDay.test(day) || morning(day).isBefore(cause)) {
            day = day.plusDays(1);
        }
        return morning(day);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(ZONE).toInstant();
    }

    /**
     * How long to wait after so many failed attempts: 1, 5, 15 minutes, 1, 4, 12 and 24 hours. After the eighth there is no
     * further one; by then a mail server was away for nearly two days, and somebody has to look. Example: after the third
     * failure, 15 minutes.
     */
    public static Optional<Duration> delayAfter(int failedAttempts) {
        return failedAttempts < 1 || failedAttempts > DELAYS.size()
                ? Optional.empty()
                : Optional.of(DELAYS.get(failedAttempts - 1));
    }
}
