package fledge.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "CNY_YI, 2644.08, 264408000000",
        "CNY_WAN, 67893.05, 678930500",
        "WAN_M2, 40.01, 400100",
        "WAN_HOUSEHOLDS, 47.78, 477800",
        "WAN_PERSONS, 10, 100000",
        "PERCENT, 2.5, 2.5"
    })
    void a_shown_number_and_its_base_unit_convert_exactly_both_ways(
            Measure measure, BigDecimal shown, BigDecimal base) {
        assertThat(measure.toBase(shown)).isEqualByComparingTo(base);
        assertThat(measure.fromBase(base)).isEqualByComparingTo(shown);
    }

    @ParameterizedTest
    @EnumSource
    void a_canonical_measure_is_its_own_and_has_the_factor_one(Measure measure) {
        Measure canonical = measure.canonical();
        assertThat(canonical.canonical()).isEqualTo(canonical);
        assertThat(canonical.factor()).isEqualByComparingTo("1");
        assertThat(measure.fromBase(BigDecimal.ONE)).isPositive();
    }

    @Test
    void a_milestone_and_a_text_are_no_numbers() {
        assertThat(Measure.values())
                .filteredOn(measure -> !measure.isNumeric())
                .containsExactly(Measure.MILESTONE, Measure.TEXT);
        assertThat(Measure.CNY_YI.isMoney()).isTrue();
        assertThat(Measure.WAN_HOUSEHOLDS.isWhole()).isTrue();
        assertThat(Measure.WAN_M2.isWhole()).isFalse();
    }
}
