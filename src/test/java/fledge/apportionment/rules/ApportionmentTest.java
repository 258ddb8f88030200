package fledge.apportionment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static Whole whole(Operator operator, String target) {
        return new Whole(2017, true, operator, n(target), null);
    }

    @Test
    void A29_shares_that_fall_lowof_the_target_are_seen_and_shares_that_close_accepted() {
        Whole atLeast = whole(Operator.AT_LEAST, "600");
        Balance open = Balance.ofSum(atLeast, List.of(n("200"), n("250"), n("149")));
        assertThat(open.state()).isEqualTo(Balance.State.SHORT);
        assertThat(open.residual()).isEqualByComparingTo("1");
        assertThat(open.closes()).isFalse();
        assertThat(Balance.ofSum(atLeast, List.of(n("200"), n("250"), n("150"))).state())
                .isEqualTo(Balance.State.EXACT);
        List<BigDecimal> stricter = List.of(n("200"), n("250"), n("151"));
        assertThat(Balance.ofSum(atLeast, stricter).state()).isEqualTo(Balance.State.STRICTER);
        assertThat(Balance.ofSum(whole(Operator.EXACTLY, "600"), stricter).state())
                .isEqualTo(Balance.State.OVER);
    }

    @Test
    void A23_a_ratio_is_recomputed_and_its_percentages_never_add_up() {
        List<Balance.Pair> parts = List.of(new Balance.Pair(n("80"), n("100")), new Balance.Pair(n("30"), n("50")));
        Balance low = Balance.ofRatio(whole(Operator.AT_LEAST, "80"), parts, true);
        assertThat(low.state()).isEqualTo(Balance.State.SHORT);
        assertThat(low.residual()).isEqualByComparingTo("10");
        assertThat(low.reached()).isEqualByComparingTo("73.3333");
        assertThat(Balance.ofRatio(whole(Operator.AT_LEAST, "80"), List.of(), true)
                        .closes())
                .isFalse();
    }

    @Test
    void what_is_the_same_for_all_is_as_good_as_its_weakest_part() {
        Whole coverage = whole(Operator.EXACTLY, "100");
        assertThat(Balance.ofSame(coverage, List.of(n("100"), n("100"))).closes())
                .isTrue();
        assertThat(Balance.ofSame(coverage, List.of(n("100"), n("99"))).residual())
                .isEqualByComparingTo("1");
        assertThat(Balance.ofSame(coverage, List.of(n("100"), n("101"))).state())
                .isEqualTo(Balance.State.OVER);
        assertThat(Balance.ofSame(coverage, List.of()).closes()).isFalse();
    }

    @Test
    void cumulative_targets_are_carried_year_by_year() {
        List<Whole> wholes = List.of(
                new Whole(2018, true, Operator.AT_LEAST, n("16"), null),
                new Whole(2020, true, Operator.AT_LEAST, n("50"), null));
        assertThat(Whole.yearly(wholes, List.of(2018, 2019, 2020), n("1")))
                .containsExactly(Map.entry(2018, n("16")), Map.entry(2019, n("17")), Map.entry(2020, n("17")));
    }

    @Test
    void pinned_parts_stay_and_the_others_share_what_is_left() {
        List<BigDecimal> equal = List.of(n("1"), n("1"), n("1"));
        assertThat(Apportionment.round(n("100"), Arrays.asList(null, n("50"), null), equal, n("1")))
                .containsExactly(n("25"), n("50"), n("25"));
        assertThatThrownBy(() -> Apportionment.round(n("100"), Arrays.asList(null, n("101"), null), equal, n("1")))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::key)
                                .containsExactly("apportionment.rule.pinned"));
    }

    @Test
    void any_edit_keeps_the_sum_exact_to_the_last_unit() {
        long seed = System.nanoTime();
        System.out.println("ApportionmentTest pins seed " + seed);
        Random random = new Random(seed);
        for (int walk = 0; walk < 2_000; walk++) {
            int size = 2 + random.nextInt(12);
            BigDecimal whole = BigDecimal.valueOf(random.nextInt(1_000_000));
            List<BigDecimal> weights = new ArrayList<>();
            for (int at = 0; at < size; at++) {
                weights.add(BigDecimal.valueOf(random.nextInt(5)));
            }
            List<BigDecimal> parts = Apportionment.round(
                    whole, new ArrayList<>(Collections.nCopies(size, null)), weights, BigDecimal.ONE);
            List<BigDecimal> pins = new ArrayList<>(Collections.nCopies(size, null));
            for (int edit = 0; edit < size - 1; edit++) {
                BigDecimal room = whole;
                for (BigDecimal pin : pins) {
                    room = pin == null ? room : room.subtract(pin);
                }
                int at = random.nextInt(size);
                if (pins.get(at) == null) {
                    pins.set(at, BigDecimal.valueOf(random.nextInt(room.intValueExact() + 1)));
                }
                if (pins.contains(null)) {
                    parts = Apportionment.round(whole, pins, parts, BigDecimal.ONE);
                    assertThat(Apportionment.residual(whole, parts))
                            .as("seed %d", seed)
                            .isZero();
                }
            }
        }
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
