package fledge.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026Q1, 2026-01-01, 2026-03-31",
        "2026-06-30, 2026Q2, 2026-04-01, 2026-06-30",
        "2026-07-01, 2026Q3, 2026-07-01, 2026-09-30",
        "2028-12-31, 2028Q4, 2028-10-01, 2028-12-31"
    })
    void a_date_lies_in_its_quarter(LocalDate date, String code, LocalDate start, LocalDate end) {
        Quarter quarter = Quarter.of(date);
        assertThat(quarter).isEqualTo(Quarter.parse(code)).hasToString(code);
        assertThat(quarter.start()).isEqualTo(start);
        assertThat(quarter.end()).isEqualTo(end);
    }

    @Test
    void quarters_follow_each_other_over_the_year_end() {
        Quarter last = new Quarter(2026, 4);
        assertThat(last.next()).isEqualTo(new Quarter(2027, 1));
        assertThat(last.next().previous()).isEqualTo(last);
        assertThat(last.plus(-7)).isEqualTo(new Quarter(2025, 1));
        assertThat(last.minusYears(1)).isEqualTo(new Quarter(2025, 4));
        assertThat(last).isLessThan(last.next());
        assertThat(Quarter.ofIndex(last.index())).isEqualTo(last);
        assertThat(last.index()).isEqualTo(2026 * 4 + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026Q5", "2026Q0", "26Q1", "2026q1", "2026-Q1", ""})
    void what_is_no_quarter_is_refused(String code) {
        assertThatThrownBy(() -> Quarter.parse(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
