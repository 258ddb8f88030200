package fledge.base.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LandAreaTest {

    @Test
    void the_land_of_the_zhuxi_maker_base_in_square_metres() {
        assertThat(LandArea.squareMetres(new BigDecimal("1066"))).isEqualByComparingTo("710666.67");
        assertThat(LandArea.mu(new BigDecimal("710666.67"))).isEqualByComparingTo("1066.00");
    }

    @Test
    void a_number_of_mu_with_two_decimals_comes_back_as_it_was() {
        for (int hundredths = 0; hundredths < 100_000; hundredths += 7) {
            BigDecimal mu = BigDecimal.valueOf(hundredths, 2);
            assertThat(LandArea.mu(LandArea.squareMetres(mu))).isEqualByComparingTo(mu);
        }
    }
}
