package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Attainment;
import fledge.programme.rules.Baseline;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.DefinitionHistory;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.Goal;
import fledge.programme.rules.IndicatorTerms;
import fledge.programme.rules.Item;
import fledge.programme.rules.Observations;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The formula that is written down gives the number it stands beside, and reads what the comparison read. */
class DerivationTest {

    private static final Baseline BASE = new Baseline(2024, new BigDecimal("400"));

    private static IndicatorTerms terms(Comparison comparison, Measure measure, DefinitionHistory definitions) {
        return new IndicatorTerms(
                comparison,
                comparison.usualAccumulation(),
                measure,
                BASE,
                new Goal(Operator.AT_LEAST, new BigDecimal("25"), 2026),
                Map.of(),
                2025,
                2027,
                definitions);
    }

    private static Observations values(String... years) {
        Observations observed = Observations.NONE;
        for (int at = 0; at < years.length; at++) {
            observed = observed.with(Item.VALUE, 2025 + at, new BigDecimal(years[at]));
        }
        return observed;
    }

    private static String measured(IndicatorTerms terms, Observations observed) {
        return text(Derivation.measured(terms, observed, Attainment.evaluate(terms, observed, 2026)));
    }

    private static String text(List<Derivation.Part> parts) {
        return parts.stream()
                .map(part -> part.number() == null
                        ? part.sign()
                        : part.number().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }

    @Test
    void growth_stands_over_its_base() {
        IndicatorTerms terms = terms(Comparison.GROWTH_VS_BASE_YEAR, Measure.PERCENT, DefinitionHistory.UNCHANGED);
        Observations observed = values("440", "480");
        assertThat(measured(terms, observed)).isEqualTo("( 480 − 400 ) ÷ 400 × 100");
        Evaluation evaluation = Attainment.evaluate(terms, observed, 2026);
        assertThat(text(Derivation.completion(evaluation))).isEqualTo("20 ÷ 25 × 100");
        assertThat(evaluation.completion()).isEqualByComparingTo("80");
    }

    @Test
    void growth_over_a_change_of_definition_reads_the_bridge() {
        Map<Quarter, BigDecimal> bridge = new HashMap<>();
        for (int number = 1; number <= 4; number++) {
            bridge.put(new Quarter(2025, number), new BigDecimal("125"));
        }
        var changed = new DefinitionHistory(List.of(
                new DefinitionHistory.Basis(1, null, Map.of()),
                new DefinitionHistory.Basis(2, new Quarter(2026, 1), bridge)));
        assertThat(measured(terms(Comparison.GROWTH_VS_PREVIOUS_YEAR, Measure.PERCENT, changed), values("440", "550")))
                .isEqualTo("( 550 − 500 ) ÷ 500 × 100");
        assertThat(measured(
                        terms(Comparison.GROWTH_VS_PREVIOUS_YEAR, Measure.PERCENT, DefinitionHistory.UNCHANGED),
                        values("440", "550")))
                .isEqualTo("( 550 − 440 ) ÷ 440 × 100");
    }

    @Test
    void a_flow_adds_its_years_and_a_share_divides_its_parts() {
        assertThat(measured(
                        terms(Comparison.CUMULATIVE_COUNT, Measure.COUNT, DefinitionHistory.UNCHANGED),
                        values("10", "20")))
                .isEqualTo("( 10 + 20 )");
        Observations parts = Observations.NONE
                .with(Item.NUMERATOR, 2025, new BigDecimal("30"))
                .with(Item.DENOMINATOR, 2025, new BigDecimal("40"))
                .with(Item.NUMERATOR, 2026, new BigDecimal("45"))
                .with(Item.DENOMINATOR, 2026, new BigDecimal("50"));
        IndicatorTerms share = terms(Comparison.COVERAGE, Measure.PERCENT, DefinitionHistory.UNCHANGED);
        assertThat(share.accumulation()).isEqualTo(Accumulation.STOCK);
        assertThat(measured(share, parts)).isEqualTo("45 ÷ 50 × 100");
    }

    @Test
    void what_cannot_be_computed_has_no_formula() {
        IndicatorTerms terms = terms(Comparison.GROWTH_VS_BASE_YEAR, Measure.PERCENT, DefinitionHistory.UNCHANGED);
        assertThat(measured(terms, Observations.NONE)).isEmpty();
        assertThat(Derivation.completion(Attainment.evaluate(terms, Observations.NONE, 2026)))
                .isEmpty();
    }
}
