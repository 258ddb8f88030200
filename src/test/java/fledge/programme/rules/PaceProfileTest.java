package fledge.programme.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Reason;
import fledge.programme.rules.PaceProfile.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceProfileTest {

    @Test
    void last_years_quarters_give_its_shape() {
        PaceProfile.Shape shape =
                new PaceProfile(Kind.LAST_YEAR, null, null, null).shape(numbers("10", "20", "30", "40"));
        assertThat(shape.kind()).isEqualTo(Kind.LAST_YEAR);
        assertThat(shape.after().stream().map(BigDecimal::stripTrailingZeros))
                .containsExactly(
                        new BigDecimal("1E+1"), new BigDecimal("3E+1"), new BigDecimal("6E+1"), new BigDecimal("1E+2"));
    }

    @Test
    void without_last_year_it_says_that_it_is_even() {
        PaceProfile profile = new PaceProfile(Kind.LAST_YEAR, null, null, null);
        assertThat(profile.shape(List.of())).isEqualTo(PaceProfile.Shape.EVEN);
        assertThat(profile.shape(numbers("0", "0", "0", "0"))).isEqualTo(PaceProfile.Shape.EVEN);
        assertThat(profile.shape(numbers("5", "-1", "3", "3"))).isEqualTo(PaceProfile.Shape.EVEN);
    }

    @Test
    void by_hand_it_is_as_written_and_ends_with_100() {
        PaceProfile profile = byHand("15", "40", "70");
        assertThat(profile.refusals()).isEmpty();
        assertThat(profile.shape(List.of()).after())
                .containsExactly(
                        new BigDecimal("15"), new BigDecimal("40"), new BigDecimal("70"), BigDecimal.valueOf(100));
    }

    @Test
    void a_pace_that_falls_or_exceeds_100_or_has_gaps_is_refused_at_its_field() {
        assertThat(byHand("40", "15", "70").refusals())
                .extracting(Reason::field)
                .containsExactly("paceQ2");
        assertThat(byHand("15", "40", "101").refusals())
                .extracting(Reason::field)
                .containsExactly("paceQ3");
        assertThat(byHand(null, "40", "70").refusals())
                .extracting(Reason::field)
                .containsExactly("paceQ1");
        assertThat(new PaceProfile(Kind.LINEAR, BigDecimal.TEN, null, null).refusals())
                .extracting(Reason::field)
                .containsExactly("paceQ1");
    }

    private static PaceProfile byHand(@Nullable String first, String second, String third) {
        return new PaceProfile(
                Kind.BY_HAND,
                first == null ? null : new BigDecimal(first),
                new BigDecimal(second),
                new BigDecimal(third));
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }
}
