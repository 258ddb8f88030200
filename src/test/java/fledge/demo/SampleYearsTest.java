package fledge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.calendar.rules.WorkingDays;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.Deadlines;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleYearsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026Q3, 2024, 10",
        "2026-12-31, 2026Q3, 2024, 10",
        "2027-01-01, 2026Q4, 2024, 11",
        "2027-04-01, 2027Q1, 2025, 8",
        "2027-09-30, 2027Q2, 2025, 9"
    })
    void the_last_quarter_that_has_ended_is_open_and_at_least_eight_lie_before_it(
            LocalDate today, String open, int firstYear, int past) {
        var years = SampleYears.on(today);
        assertThat(years.open()).isEqualTo(Quarter.parse(open));
        assertThat(years.first()).isEqualTo(firstYear);
        assertThat(years.past()).hasSize(past);
        assertThat(years.place(years.open())).isEqualTo(past);
    }

    @Test
    void names_of_the_files_are_years_and_quarters_of_the_sample() {
        var years = SampleYears.on(LocalDate.of(2026, 11, 22));
        assertThat(years.year("y0")).isEqualTo(2023);
        assertThat(years.year("y3")).isEqualTo(2026);
        assertThat(years.year("2017")).isEqualTo(2017);
        assertThat(years.quarter("q5")).isEqualTo(Quarter.parse("2025Q1"));
    }

    /** Whatever the day, the newest round takes entries. */
    @Test
    void there_is_a_return_to_fill_in_on_every_day() {
        var terms = ProgrammeLoading.TERMS;
        var days = new Deadlines.Days(terms.dueDays(), terms.entryDays(), terms.editDays());
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2046; day = day.plusDays(1)) {
            var deadlines = Deadlines.of(SampleYears.on(day).open(), days, WorkingDays.calendar(Map.of()));
            assertThat(deadlines.entryEnd())
                    .isAfterOrEqualTo(
                            day.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant());
        }
    }
}
