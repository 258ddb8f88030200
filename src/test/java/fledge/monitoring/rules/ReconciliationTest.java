package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {

    @ParameterizedTest
    @CsvSource({
        "1050, 1000, 3, 50,  5,   false",
        "1030, 1000, 3, 30,  3,   true",
        "1030.01, 1000, 3, 30.01, 3.001, false",
        "970,  1000, 3, -30, -3,  true",
        "5,    0,    3, 5,   ,    false",
        "0,    0,    0, 0,   ,    true",
        "-90,  -100, 10, 10, 10,  true"
    })
    void a_difference_is_held_against_the_other_sources_amount(
            BigDecimal reported,
            BigDecimal other,
            BigDecimal tolerance,
            BigDecimal difference,
            BigDecimal percent,
            boolean within) {
        Reconciliation reconciliation = Reconciliation.of(reported, other, tolerance);
        assertThat(reconciliation.difference()).isEqualByComparingTo(difference);
        assertThat(reconciliation.within()).isEqualTo(within);
        if (percent == null) {
            assertThat(reconciliation.percent()).isNull();
        } else {
            assertThat(reconciliation.percent()).isEqualByComparingTo(percent);
        }
    }
}
