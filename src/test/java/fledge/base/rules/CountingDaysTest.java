package fledge.base.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CountingDaysTest {

    private static final LocalDate BEGIN = LocalDate.of(2016, 1, 1);
    private static final LocalDate END = LocalDate.of(2018, 12, 31);
    private static final LocalDate LATER = LocalDate.of(2026, 11, 22);
    private static final LocalDate WITHIN = LocalDate.of(2017, 5, 1);

    @Test
    void a_wish_counts_within_its_own_years_only() {
        assertThat(CountingDays.of(2016, 2018, false, LATER)).contains(new CountingDays(BEGIN, END));
        assertThat(CountingDays.of(2016, 2018, false, WITHIN)).contains(new CountingDays(BEGIN, WITHIN));
        assertThat(CountingDays.of(2016, 2018, false, BEGIN)).contains(new CountingDays(BEGIN, BEGIN));
        assertThat(CountingDays.of(2016, 2018, false, BEGIN.minusDays(1))).isEmpty();
    }

    @Test
    void what_is_wanted_every_year_counts_within_one() {
        assertThat(CountingDays.of(2016, 2018, true, LATER)).contains(new CountingDays(LocalDate.of(2018, 1, 1), END));
        assertThat(CountingDays.of(2016, 2018, true, WITHIN))
                .contains(new CountingDays(LocalDate.of(2017, 1, 1), WITHIN));
    }

    @Test
    void a_wish_without_years_counts_up_to_the_day() {
        assertThat(CountingDays.of(null, null, false, LATER))
                .contains(new CountingDays(LocalDate.of(1949, 1, 1), LATER));
    }
}
