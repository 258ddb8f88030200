package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Quarter;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.DefinitionHistory;
import fledge.programme.rules.Item;
import fledge.programme.rules.PaceProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Quarter NOW = new Quarter(2025, 2);

    @Test
    void two_quarters_make_a_straight_line_and_last_years_course_each_with_its_band() {
        List<Forecast> forecasts =
                Forecast.ofYear(series(DefinitionHistory.UNCHANGED, "80", "100", "120", "100", "100", "140"), NOW);
        assertThat(forecasts).extracting(Forecast::method).containsExactly(Forecast.Method.values());
        assertThat(forecasts)
                .extracting(ForecastTest::rounded)
                .containsExactly("480.00 440.00 520.00", "533.33 515.00 548.00");
    }

    @Test
    void one_quarter_or_a_whole_year_is_not_forecast() {
        assertThat(Forecast.ofYear(
                        series(DefinitionHistory.UNCHANGED, "80", "100", "120", "100", "100"), NOW.previous()))
                .isEmpty();
        assertThat(Forecast.ofYear(
                        series(DefinitionHistory.UNCHANGED, "80", "100", "120", "100"), new Quarter(2024, 4)))
                .isEmpty();
    }

    @Test
    void last_years_course_is_not_taken_over_a_change_of_definition_without_a_bridge() {
        var changed = new DefinitionHistory(List.of(
                new DefinitionHistory.Basis(1, null, Map.of()),
                new DefinitionHistory.Basis(2, new Quarter(2025, 1), Map.of())));
        assertThat(Forecast.ofYear(series(changed, "80", "100", "120", "100", "100", "140"), NOW))
                .extracting(Forecast::method)
                .containsExactly(Forecast.Method.STRAIGHT_LINE);
    }

    @Test
    void a_pace_by_hand_moves_what_is_expected() {
        var shape = new PaceProfile(
                        PaceProfile.Kind.BY_HAND, new BigDecimal("10"), new BigDecimal("30"), new BigDecimal("60"))
                .shape(List.of());
        BigDecimal expected = ExpectedCompletion.expected(
                Comparison.CUMULATIVE_COUNT, shape, new Quarter(2024, 1), new Quarter(2026, 4), NOW);
        assertThat(expected).isNotNull();
        assertThat(expected.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("43.33");
        assertThat(ExpectedCompletion.expected(
                        Comparison.PER_YEAR_COUNT, shape, new Quarter(2024, 1), new Quarter(2026, 4), NOW))
                .isEqualByComparingTo("30");
    }

    private static String rounded(Forecast forecast) {
        return forecast.value().setScale(2, RoundingMode.HALF_UP) + " "
                + forecast.low().setScale(2, RoundingMode.HALF_UP) + " "
                + forecast.high().setScale(2, RoundingMode.HALF_UP);
    }

    private static Compared.Series series(DefinitionHistory history, String... values) {
        var totals = new ArrayList<QuarterTotal>();
        for (int at = 0; at < values.length; at++) {
            totals.add(new QuarterTotal(Item.VALUE, new Quarter(2024, 1).plus(at), new BigDecimal(values[at]), 1));
        }
        return Compared.Series.of(history, totals, quarter -> 1);
    }
}
