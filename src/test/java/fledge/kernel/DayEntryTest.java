package fledge.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayEntryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-09-30", " 2026.9.30 ", "2026/9/30", "2026年9月30日", "20260930", "２０２６－０９－３０", "2026。9。30"})
    void a_day_is_read_however_it_is_written(String typed) {
        assertThat(DayEntry.read(typed)).contains(LocalDate.of(2026, 9, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "30.9.2026", "九月三十日", "2026-9"})
    void what_is_no_day_is_not_read(String typed) {
        assertThat(DayEntry.read(typed)).isEmpty();
    }
}
