package fledge.monitoring.rules;

import static fledge.programme.rules.Direction.HIGHER;
import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Quarter;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.PaceProfile;
import fledge.programme.rules.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressRatingTest {

    @ParameterizedTest(name = "{0} % where {1} % is expected, {2}: {3}, {4}")
    @CsvSource({
        "50,      50, HIGHER, GREEN,  onPace",
        "62.5,    50, HIGHER, GREEN,  ahead",
        "45.2,    50, HIGHER, GREEN,  nearPace",
        "40.0001, 50, HIGHER, GREEN,  nearPace",
        "40,      50, HIGHER, YELLOW, behind",
        "20,      50, HIGHER, YELLOW, behind",
        "19.9999, 50, HIGHER, RED,    behind",
        "100,    100, HIGHER, GREEN,  done",
        "120,     50, HIGHER, GREEN,  done",
        "60,      50, LOWER,  YELLOW, behind",
        "81,      50, LOWER,  RED,    behind",
        "20,      50, LOWER,  GREEN,  ahead",
        "120,    100, LOWER,  YELLOW, behind",
        ",        50, HIGHER, GREY,   none",
        "50,        , HIGHER, GREY,   none"
    })
    void the_light_tells_completion_from_pace(
            BigDecimal completion, BigDecimal expected, Direction direction, Light light, String words) {
        ProgressRating rating = ProgressRating.of(completion, expected, direction, RatingThresholds.USUAL);
        assertThat(rating.light()).isEqualTo(light);
        assertThat(rating.words().key()).isEqualTo("monitoring.rating." + words);
    }

    @Test
    void the_points_are_shown_with_one_decimal() {
        ProgressRating rating =
                ProgressRating.of(new BigDecimal("37.64"), new BigDecimal("50"), HIGHER, RatingThresholds.USUAL);
        assertThat(rating.words().args()).containsExactly(new BigDecimal("12.4"));
    }

    @ParameterizedTest
    @CsvSource({
        "CUMULATIVE_COUNT, 2017Q4, 0",
        "CUMULATIVE_COUNT, 2018Q3, 25",
        "CUMULATIVE_COUNT, 2019Q2, 50",
        "CUMULATIVE_COUNT, 2020Q4, 100",
        "CUMULATIVE_COUNT, 2021Q1, 100",
        "PER_YEAR_COUNT, 2019Q3, 75",
        "COVERAGE, 2018Q1, 100",
        "MILESTONE, 2020Q3, ",
        "MILESTONE, 2020Q4, 100",
        "QUALITATIVE, 2019Q1, "
    })
    void pace_is_even_over_the_quarters_of_the_programme(Comparison comparison, String now, BigDecimal expected) {
        BigDecimal pace = ExpectedCompletion.expected(
                comparison, PaceProfile.Shape.EVEN, new Quarter(2018, 1), new Quarter(2020, 4), Quarter.parse(now));
        if (expected == null) {
            assertThat(pace).isNull();
        } else {
            assertThat(pace).isEqualByComparingTo(expected);
        }
    }

    @Test
    void a_result_of_an_earlier_whole_year_is_held_against_the_pace_of_that_year() {
        Evaluation lastYear =
                new Evaluation(Verdict.IN_PROGRESS, null, 2018, null, null, null, false, List.of(), List.of());
        assertThat(ExpectedCompletion.expected(
                        Comparison.GROWTH_VS_BASE_YEAR,
                        PaceProfile.Shape.EVEN,
                        lastYear,
                        new Quarter(2018, 1),
                        new Quarter(2021, 4),
                        new Quarter(2019, 3)))
                .isEqualByComparingTo("25");
    }
}
