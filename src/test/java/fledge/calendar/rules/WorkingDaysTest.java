package fledge.calendar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    /** The National Day holidays of 2026: off from 1 to 7 October, Sunday 20 September and Saturday 10 October worked. */
    private static final Predicate<LocalDate> AUTUMN_2026 = autumn();

    private static Predicate<LocalDate> autumn() {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (int day = 1; day <= 7; day++) {
            exceptions.put(LocalDate.of(2026, 10, day), false);
        }
        exceptions.put(LocalDate.of(2026, 9, 20), true);
        exceptions.put(LocalDate.of(2026, 10, 10), true);
        return WorkingDays.calendar(exceptions);
    }

    @Test
    void a_holiday_is_no_working_day_and_a_weekend_worked_is_one() {
        LocalDate end = LocalDate.of(2026, 9, 30);
        assertThat(WorkingDays.after(end, 0, AUTUMN_2026)).isEqualTo(end);
        assertThat(WorkingDays.after(end, 1, AUTUMN_2026)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(WorkingDays.after(end, 3, AUTUMN_2026)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(WorkingDays.after(end, 4, AUTUMN_2026)).isEqualTo(LocalDate.of(2026, 10, 12));
    }

    @Test
    void days_are_counted_back_as_they_are_counted_forward() {
        assertThat(WorkingDays.before(LocalDate.of(2026, 10, 12), 4, AUTUMN_2026))
                .isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(WorkingDays.before(LocalDate.of(2026, 9, 21), 1, AUTUMN_2026))
                .isEqualTo(LocalDate.of(2026, 9, 20));
    }

    @Test
    void between_counts_the_last_day_and_not_the_first() {
        assertThat(WorkingDays.between(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 12), AUTUMN_2026))
                .isEqualTo(4);
        assertThat(WorkingDays.between(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 9, 30), AUTUMN_2026))
                .isEqualTo(-4);
        assertThat(WorkingDays.between(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 6), AUTUMN_2026))
                .isZero();
    }

    @Test
    void a_day_ends_at_midnight_in_shanghai() {
        assertThat(WorkingDays.endOf(LocalDate.of(2028, 2, 29)))
                .isEqualTo(OffsetDateTime.parse("2028-03-01T00:00:00+08:00").toInstant());
    }

    @Test
    void a_calendar_without_working_days_is_wrong() {
        assertThatThrownBy(() -> WorkingDays.after(LocalDate.of(2026, 1, 1), 1, date -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
