package fledge.programme.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactTest {

    @Test
    void the_root_and_the_comparison_of_powers_agree_on_a_random_walk() {
        long seed = System.nanoTime();
        System.out.println("ExactTest seed " + seed);
        Random random = new Random(seed);
        for (int step = 0; step < 500; step++) {
            BigDecimal base = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
            BigDecimal end = BigDecimal.valueOf(random.nextInt(2_000_000), 2);
            CompoundRate rate = new CompoundRate(end, base, 1 + random.nextInt(6));
            BigDecimal below = rate.value();
            BigDecimal above = below.add(BigDecimal.ONE.movePointLeft(Exact.DECIMALS));
            assertThat(rate.compareWith(below)).as("%s seed %d", rate, seed).isNotNegative();
            assertThat(rate.compareWith(above)).as("%s seed %d", rate, seed).isNegative();
        }
    }

    @Test
    void a_value_is_cut_off_so_that_rounding_it_for_the_page_rounds_only_once() {
        Fraction justUnder = new Fraction(new BigDecimal("0.0149" + "9".repeat(40)), BigDecimal.ONE);
        assertThat(Evaluation.shown(justUnder.value())).isEqualTo(new BigDecimal("0.01"));
        assertThat(Evaluation.shown(new BigDecimal("0.015"))).isEqualTo(new BigDecimal("0.02"));
    }
}
