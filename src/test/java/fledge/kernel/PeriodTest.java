package fledge.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026M01, 2026-01-01, 2026-01-31, 2026Q1, false",
        "2028M02, 2028-02-01, 2028-02-29, 2028Q1, false",
        "2026M12, 2026-12-01, 2026-12-31, 2026Q4, true"
    })
    void a_month_has_its_days_and_its_quarter(
            String code, LocalDate start, LocalDate end, String quarter, boolean endsQuarter) {
        Month month = Month.parse(code);
        assertThat(month.start()).isEqualTo(start);
        assertThat(month.end()).isEqualTo(end);
        assertThat(month.quarter().code()).isEqualTo(quarter);
        assertThat(month.endsQuarter()).isEqualTo(endsQuarter);
        assertThat(month.code()).isEqualTo(code);
        assertThat(Month.of(end)).isEqualTo(month);
    }

    @Test
    void months_go_over_the_year() {
        assertThat(new Month(2026, 1).plus(-1)).isEqualTo(new Month(2025, 12));
        assertThat(new Month(2026, 11).plus(3)).isEqualTo(new Month(2027, 2));
        assertThat(new Month(2026, 11).minusYears(1)).isEqualTo(new Month(2025, 11));
        assertThat(new Month(2026, 1)).isGreaterThan(new Month(2025, 12));
    }

    @Test
    void the_numbers_of_quarters_and_months_never_meet() {
        assertThat(new Quarter(2999, 4).index()).isLessThan(Period.FIRST_MONTH);
        assertThat(new Month(1000, 1).index()).isEqualTo(Period.FIRST_MONTH);
        for (int year : new int[] {1000, 1949, 2026, 2200, 2999}) {
            for (int number = 1; number <= 4; number++) {
                var quarter = new Quarter(year, number);
                assertThat(Period.ofIndex(quarter.index())).isEqualTo(quarter);
                assertThat(Period.parse(quarter.code())).isEqualTo(quarter);
            }
            for (int number = 1; number <= 12; number++) {
                var month = new Month(year, number);
                assertThat(Period.ofIndex(month.index())).isEqualTo(month);
                assertThat(Period.parse(month.code())).isEqualTo(month);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "M", "2026M00", "2026M13", "2026M1", "0999M01", "3000M01", "2026-08", "2026Q5", "x2026M08"})
    void what_is_no_period_is_refused(String code) {
        assertThatThrownBy(() -> Period.parse(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
