package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.kernel.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Map<LocalDate, Boolean> NO_EXCEPTIONS = Map.of();

    @Test
    void a_deadline_is_the_end_of_the_last_working_day() {
        Deadlines deadlines =
                Deadlines.of(new Quarter(2026, 2), Deadlines.Days.USUAL, WorkingDays.calendar(NO_EXCEPTIONS));
        assertThat(deadlines.due()).isEqualTo(midnight("2026-07-15"));
        assertThat(deadlines.entryEnd()).isEqualTo(midnight("2026-07-22"));
        assertThat(deadlines.editEnd()).isEqualTo(midnight("2026-08-19"));
    }

    @Test
    void a_holiday_is_no_working_day_and_a_weekend_worked_is_one() {
        Map<LocalDate, Boolean> calendar = new HashMap<>();
        for (int day = 1; day <= 7; day++) {
            calendar.put(LocalDate.of(2026, 10, day), false);
        }
        calendar.put(LocalDate.of(2026, 10, 10), true);
        LocalDate end = new Quarter(2026, 3).end();
        assertThat(WorkingDays.after(end, 1, WorkingDays.calendar(calendar))).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(WorkingDays.after(end, 3, WorkingDays.calendar(calendar))).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(WorkingDays.after(end, 4, WorkingDays.calendar(calendar))).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(WorkingDays.after(end, 0, WorkingDays.calendar(calendar))).isEqualTo(end);
    }

    @Test
    void a_calendar_without_working_days_is_wrong() {
        assertThatThrownBy(() -> WorkingDays.after(LocalDate.of(2026, 1, 1), 1, date -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deadlines_come_in_order() {
        assertThatThrownBy(() -> Deadlines.of(
                        new Quarter(2026, 2), new Deadlines.Days(10, 5, 20), WorkingDays.calendar(NO_EXCEPTIONS)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant midnight(String date) {
        return OffsetDateTime.parse(date + "T00:00:00+08:00").toInstant();
    }
}
