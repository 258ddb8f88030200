package fledge.programme.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a change of definition does to growth: a bridge carries it, and without one there is none. */
class DefinitionHistoryTest {

    private static final Quarter CHANGE = new Quarter(2025, 1);

    @Test
    void each_quarter_has_the_definition_that_was_in_force() {
        DefinitionHistory history = history(Map.of());
        assertThat(history.numberIn(new Quarter(2024, 4))).isEqualTo(1);
        assertThat(history.numberIn(CHANGE)).isEqualTo(2);
        assertThat(history.isOneBasis(CHANGE, CHANGE.plus(3))).isTrue();
        assertThat(history.isOneBasis(CHANGE.previous(), CHANGE)).isFalse();
        assertThat(history.breaks(new Quarter(2024, 1), new Quarter(2026, 4))).containsExactly(CHANGE);
        assertThat(history.until(new Quarter(2024, 4)).breaks(new Quarter(2024, 1), new Quarter(2026, 4)))
                .isEmpty();
        assertThat(DefinitionHistory.UNCHANGED.numberIn(CHANGE)).isEqualTo(1);
    }

    @Test
    void a_past_quarter_is_on_the_new_basis_only_by_its_bridge() {
        DefinitionHistory history = history(Map.of(new Quarter(2024, 4), new BigDecimal("580")));
        BigDecimal reported = new BigDecimal("560");
        assertThat(history.onBasisOf(CHANGE, new Quarter(2024, 4), reported)).isEqualByComparingTo("580");
        assertThat(history.onBasisOf(CHANGE, new Quarter(2024, 3), reported)).isNull();
        assertThat(history.onBasisOf(CHANGE, new Quarter(2025, 2), reported)).isEqualByComparingTo("560");
        assertThat(history.onBasisOf(new Quarter(2024, 4), new Quarter(2024, 3), reported))
                .isEqualByComparingTo("560");
    }

    @Test
    void yearly_growth_over_a_change_is_counted_from_the_bridge() {
        Observations observed = Observations.NONE
                .with(Item.VALUE, 2024, new BigDecimal("1000"))
                .with(Item.VALUE, 2025, new BigDecimal("990"));
        Map<Quarter, BigDecimal> bridge = new HashMap<>();
        for (int number = 1; number <= 4; number++) {
            bridge.put(new Quarter(2024, number), new BigDecimal("225"));
        }
        Evaluation bridged = Attainment.evaluate(terms(history(bridge)), observed, 2025);
        assertThat(bridged.measured()).isEqualByComparingTo("10");
        bridge.remove(new Quarter(2024, 2));
        Evaluation open = Attainment.evaluate(terms(history(bridge)), observed, 2025);
        assertThat(open.measured()).isNull();
        assertThat(open.obstacle()).isEqualTo(Obstacle.DEFINITION_CHANGED);
    }

    @Test
    void what_was_computed_before_the_change_is_computed_again_after_it() {
        Observations observed = Observations.NONE
                .with(Item.VALUE, 2023, new BigDecimal("800"))
                .with(Item.VALUE, 2024, new BigDecimal("1000"));
        Evaluation before = Attainment.evaluate(terms(DefinitionHistory.UNCHANGED), observed, 2024);
        Evaluation after = Attainment.evaluate(terms(history(Map.of())).asOf(new Quarter(2024, 4)), observed, 2024);
        assertThat(after).isEqualTo(before);
        assertThat(before.measured()).isEqualByComparingTo("25");
    }

    private static DefinitionHistory history(Map<Quarter, BigDecimal> bridged) {
        return new DefinitionHistory(List.of(
                new DefinitionHistory.Basis(1, null, Map.of()), new DefinitionHistory.Basis(2, CHANGE, bridged)));
    }

    private static IndicatorTerms terms(DefinitionHistory history) {
        return new IndicatorTerms(
                Comparison.GROWTH_VS_PREVIOUS_YEAR,
                Accumulation.YEARLY_FLOW,
                Measure.PERCENT,
                Baseline.NONE,
                new Goal(Operator.AT_LEAST, BigDecimal.TEN, 2025),
                Map.of(),
                2023,
                2025,
                history);
    }
}
