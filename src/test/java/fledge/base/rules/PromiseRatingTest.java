package fledge.base.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromiseRatingTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 22);
    private static final LocalDate MID = LocalDate.of(2025, 7, 2); // day 183 of 365: 50.1 %

    private static PromiseRating rating(int promised, @Nullable Integer year, @Nullable String reached, LocalDate on) {
        return PromiseRating.of(
                BigDecimal.valueOf(promised), false, year, reached == null ? null : new BigDecimal(reached), on);
    }

    @Test
    void the_example_is_eleven_points_behind() {
        PromiseRating rating = rating(60, 2026, "47", NOVEMBER);
        assertThat(rating.light()).isEqualTo(PromiseRating.Light.YELLOW);
        assertThat(rating.words().key()).isEqualTo("base.promise.behind");
        assertThat(rating.words().args()).containsExactly("11.0");
    }

    @Test
    void the_borders_belong_where_the_rule_says() {
        LocalDate after = LocalDate.of(2027, 1, 1);
        assertThat(rating(1000, 2026, "1000", after).light()).isEqualTo(PromiseRating.Light.GREEN);
        assertThat(rating(1000, 2026, "901", after).light()).isEqualTo(PromiseRating.Light.GREEN);
        assertThat(rating(1000, 2026, "900", after).light()).isEqualTo(PromiseRating.Light.YELLOW);
        assertThat(rating(1000, 2026, "700", after).light()).isEqualTo(PromiseRating.Light.YELLOW);
        assertThat(rating(1000, 2026, "699.9", after).light()).isEqualTo(PromiseRating.Light.RED);
        assertThat(rating(1000, 2025, "501", MID).light()).isEqualTo(PromiseRating.Light.GREEN);
        assertThat(rating(1000, 2025, "600", MID).words().key()).isEqualTo("base.promise.ahead");
        assertThat(rating(1000, 2025, "200", MID).light()).isEqualTo(PromiseRating.Light.RED);
    }

    @Test
    void more_than_a_number_is_not_the_number() {
        BigDecimal fifty = BigDecimal.valueOf(50);
        assertThat(PromiseRating.of(fifty, true, 2025, fifty, MID).words().key())
                .isEqualTo("base.promise.ahead");
        assertThat(PromiseRating.of(fifty, false, 2025, fifty, MID).words().key())
                .isEqualTo("base.promise.kept");
    }

    @Test
    void what_cannot_be_compared_is_grey_and_says_why() {
        assertThat(rating(60, null, "47", NOVEMBER).words().key()).isEqualTo("base.promise.no-year");
        assertThat(rating(60, 2027, "47", NOVEMBER).words().key()).isEqualTo("base.promise.not-yet");
        assertThat(rating(60, 2026, null, NOVEMBER).words().key()).isEqualTo("base.promise.nothing-known");
        assertThat(rating(0, 2026, "1", NOVEMBER).light()).isEqualTo(PromiseRating.Light.GREY);
    }

    @Test
    void a_share_is_unknown_where_a_side_of_it_is() {
        assertThat(Share.percent(new BigDecimal("0.62"), new BigDecimal("0.86")))
                .isEqualByComparingTo("72.09");
        assertThat(Share.percent(null, BigDecimal.ONE)).isNull();
        assertThat(Share.percent(BigDecimal.ONE, null)).isNull();
        assertThat(Share.percent(BigDecimal.ONE, BigDecimal.ZERO)).isNull();
    }
}
