package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobustStatisticsTest {

    private static List<BigDecimal> figures(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 4 9, 3, 1.5",
        "9 1 4 2, 3, 1.5",
        "10 11 12 13 14, 12, 1",
        "7, 7, 0",
        "1 2, 1.5, 0.5",
        "-5 5 0, 0, 5"
    })
    void the_middle_and_the_distances_from_it(String text, BigDecimal median, BigDecimal deviation) {
        assertThat(RobustStatistics.median(figures(text))).isEqualByComparingTo(median);
        assertThat(RobustStatistics.spread(figures(text)).orElseThrow().deviation())
                .isEqualByComparingTo(deviation);
    }

    @ParameterizedTest
    @CsvSource({
        "18, 10 11 12 13 14, 5, 4.0470",
        "6, 10 11 12 13 14, 5, -4.0470",
        "12, 10 11 12 13 14, 5, 0.0000",
        "9, 5 5 5 5 9, 5, 3.9894",
        "1, 1 1 1 1 1000000, 5, 0.0000"
    })
    void the_worked_examples_come_out(BigDecimal figure, String others, int least, BigDecimal z) {
        assertThat(RobustStatistics.modifiedZ(
                        figure, RobustStatistics.spread(figures(others)).orElseThrow(), least))
                .hasValue(z);
    }

    @Test
    void too_few_and_all_alike_are_not_judged() {
        Spread four = RobustStatistics.spread(figures("10 11 12 13")).orElseThrow();
        Spread alike = RobustStatistics.spread(figures("5 5 5 5 5 5")).orElseThrow();
        assertThat(RobustStatistics.modifiedZ(new BigDecimal(99), four, 5)).isEmpty();
        assertThat(RobustStatistics.modifiedZ(new BigDecimal(99), alike, 5)).isEmpty();
        assertThat(RobustStatistics.spread(List.of())).isEmpty();
        assertThatThrownBy(() -> RobustStatistics.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_wild_figure_does_not_hide_another() {
        Spread spread =
                RobustStatistics.spread(figures("100 101 99 102 98 100 5000")).orElseThrow();
        assertThat(RobustStatistics.modifiedZ(new BigDecimal(200), spread, 7).orElseThrow())
                .as("a plain z-score among these would be 0.3")
                .isGreaterThan(RuleTerms.USUAL_Z);
    }

    @ParameterizedTest
    @CsvSource({"130, 100, 30", "70, 100, -30", "1, 3, -66.666667", "5, 0, ", "5, -1, "})
    void growth_needs_something_to_grow_from(BigDecimal now, BigDecimal before, BigDecimal percent) {
        if (percent == null) {
            assertThat(RobustStatistics.growth(now, before)).isEmpty();
        } else {
            assertThat(RobustStatistics.growth(now, before).orElseThrow()).isEqualByComparingTo(percent);
        }
    }
}
