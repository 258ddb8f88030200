package fledge.programme.rules;

import static fledge.programme.rules.AttainmentTest.n;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void A29_shares_that_fall_short_of_the_target_are_refused_and_shares_that_close_accepted() {
        List<BigDecimal> parts = List.of(n("200"), n("250"), n("149"));
        assertThat(Apportionment.residual(n("600"), parts)).isEqualByComparingTo("1");
        assertThat(Apportionment.refusals(n("600"), parts))
                .containsExactly(Reason.of("programme.apportionment.short", n("599"), n("600"), n("1")));
        assertThat(Apportionment.refusals(n("600"), List.of(n("200"), n("250"), n("150"))))
                .isEmpty();
        assertThat(Apportionment.refusals(n("600"), List.of(n("200"), n("250"), n("151"))))
                .extracting(Reason::key)
                .containsExactly("programme.apportionment.over");
    }

    @Test
    void an_equal_split_gives_what_is_left_to_the_first() {
        assertThat(Apportionment.equal(n("100"), 3, n("1"))).containsExactly(n("34"), n("33"), n("33"));
    }

    @Test
    void a_split_by_weights_gives_what_is_left_to_the_largest_remainders() {
        assertThat(Apportionment.byWeights(n("10"), List.of(n("1"), n("2.9"), n("3.1")), n("1")))
                .containsExactly(n("2"), n("4"), n("4"));
        assertThat(Apportionment.byWeights(n("1"), List.of(n("0"), n("1"), n("1")), n("0.01")))
                .containsExactly(n("0.00"), n("0.50"), n("0.50"));
    }

    @Test
    void what_cannot_be_split_is_refused() {
        assertThatThrownBy(() -> Apportionment.equal(n("10.5"), 2, n("1"))).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> Apportionment.equal(n("10"), 0, n("1"))).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> Apportionment.byWeights(n("10"), List.of(n("2"), n("-1")), n("1")))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void every_split_of_a_random_walk_closes_to_the_last_step_and_stays_within_one_step_of_its_share() {
        long seed = System.nanoTime();
        System.out.println("ApportionmentTest seed " + seed);
        Random random = new Random(seed);
        for (int walk = 0; walk < 2_000; walk++) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(random.nextInt(3));
            BigDecimal whole = step.multiply(BigDecimal.valueOf(random.nextLong(10_000_000_000L)));
            List<BigDecimal> weights = Stream.generate(() -> BigDecimal.valueOf(random.nextInt(1_000), 1))
                    .limit(1 + random.nextInt(40))
                    .toList();
            BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() == 0) {
                continue;
            }
            List<BigDecimal> parts = Apportionment.byWeights(whole, weights, step);
            assertThat(Apportionment.residual(whole, parts)).as("seed %d", seed).isZero();
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal share = whole.multiply(weights.get(i)).divide(sum, MathContext.DECIMAL128);
                assertThat(parts.get(i).subtract(share).abs())
                        .as("seed %d", seed)
                        .isLessThan(step);
                assertThat(parts.get(i).remainder(step)).as("seed %d", seed).isZero();
            }
        }
    }
}
