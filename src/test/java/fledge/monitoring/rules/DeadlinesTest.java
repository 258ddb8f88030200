package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.calendar.rules.WorkingDays;
import fledge.kernel.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Map<LocalDate, Boolean> NO_EXCEPTIONS = Map.of();

    @Test
    void a_deadline_is_the_end_of_the_last_working_day() {
        Deadlines deadlines =
                Deadlines.of(new Quarter(2026, 2), new Deadlines.Days(10, 15, 35), WorkingDays.calendar(NO_EXCEPTIONS));
        assertThat(deadlines.due()).isEqualTo(midnight("2026-07-15"));
        assertThat(deadlines.entryEnd()).isEqualTo(midnight("2026-07-22"));
        assertThat(deadlines.editEnd()).isEqualTo(midnight("2026-08-19"));
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
