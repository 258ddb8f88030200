package fledge.base.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StayTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    private final Stay summer = new Stay(MARCH, SEPTEMBER);

    @Test
    void a_stay_begins_on_its_first_day_and_is_over_on_the_day_of_leaving() {
        assertThat(summer.isOn(MARCH.minusDays(1))).isFalse();
        assertThat(summer.isOn(MARCH)).isTrue();
        assertThat(summer.isOn(SEPTEMBER.minusDays(1))).isTrue();
        assertThat(summer.isOn(SEPTEMBER)).isFalse();
        assertThat(new Stay(MARCH, null).isOn(SEPTEMBER.plusYears(50))).isTrue();
    }

    @Test
    void stays_overlap_unless_one_is_over_when_the_other_begins() {
        assertOverlap(new Stay(SEPTEMBER.minusDays(1), null), true);
        assertOverlap(new Stay(SEPTEMBER, null), false);
        assertOverlap(new Stay(MARCH.minusYears(1), MARCH), false);
        assertOverlap(new Stay(MARCH.minusYears(1), MARCH.plusDays(1)), true);
        assertOverlap(new Stay(MARCH.plusDays(9), MARCH.plusDays(10)), true);
        assertOverlap(new Stay(MARCH.minusYears(1), null), true);
        assertOverlap(summer, true);
    }

    private void assertOverlap(Stay other, boolean expected) {
        assertThat(summer.overlaps(other)).as("%s", other).isEqualTo(expected);
        assertThat(other.overlaps(summer)).as("%s turned round", other).isEqualTo(expected);
    }
}
