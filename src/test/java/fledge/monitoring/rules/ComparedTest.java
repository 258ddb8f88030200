package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.Compared.Comparability;
import fledge.programme.rules.DefinitionHistory;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparedTest {

    private static final Quarter NOW = new Quarter(2025, 2);

    @Test
    void growth_is_of_the_same_basis() {
        Compared compared = Compared.quarters(
                series(DefinitionHistory.UNCHANGED, "100", "120", "130", "140", "110", "150"), NOW, NOW.minusYears(1));
        assertThat(compared.percent()).isEqualByComparingTo("25");
        assertThat(compared.comparability()).isEqualTo(Comparability.SAME_BASIS);
    }

    @Test
    void over_a_change_it_is_counted_from_the_bridge_or_not_at_all() {
        Compared.Series open = series(changed(Map.of()), "100", "120", "130", "140", "110", "150");
        Compared none = Compared.quarters(open, NOW, NOW.minusYears(1));
        assertThat(none.percent()).isNull();
        assertThat(none.comparability()).isEqualTo(Comparability.DEFINITION_CHANGED);
        assertThat(none.then()).isEqualByComparingTo("120");
        Compared.Series bridged = series(
                changed(Map.of(new Quarter(2024, 2), new BigDecimal("125"))), "100", "120", "130", "140", "110", "150");
        Compared over = Compared.quarters(bridged, NOW, NOW.minusYears(1));
        assertThat(over.percent()).isEqualByComparingTo("20");
        assertThat(over.comparability()).isEqualTo(Comparability.BRIDGED);
        assertThat(over.then()).as("what was reported stays").isEqualByComparingTo("120");
        assertThat(Compared.yearToDate(bridged, NOW).percent())
                .as("2024Q1 is not bridged")
                .isNull();
    }

    @Test
    void the_year_to_date_adds_up_the_same_quarters_of_both_years() {
        Compared compared =
                Compared.yearToDate(series(DefinitionHistory.UNCHANGED, "100", "120", "130", "140", "110", "150"), NOW);
        assertThat(compared.now()).isEqualByComparingTo("260");
        assertThat(compared.then()).isEqualByComparingTo("220");
    }

    @Test
    void a_quarter_without_every_unit_is_compared_with_nothing() {
        var totals = new ArrayList<QuarterTotal>();
        totals.add(new QuarterTotal(Item.VALUE, NOW.previous(), BigDecimal.TEN, 1));
        totals.add(new QuarterTotal(Item.VALUE, NOW, BigDecimal.TEN, 2));
        Compared compared = Compared.quarters(
                Compared.Series.of(DefinitionHistory.UNCHANGED, totals, quarter -> 2), NOW, NOW.previous());
        assertThat(compared.percent()).isNull();
        assertThat(compared.comparability()).isEqualTo(Comparability.NOT_WHOLE);
    }

    @Test
    void nothing_grows_from_zero() {
        assertThat(Compared.quarters(
                                series(DefinitionHistory.UNCHANGED, "0", "5"),
                                new Quarter(2024, 2),
                                new Quarter(2024, 1))
                        .percent())
                .isNull();
    }

    private static DefinitionHistory changed(Map<Quarter, BigDecimal> bridge) {
        return new DefinitionHistory(List.of(
                new DefinitionHistory.Basis(1, null, Map.of()),
                new DefinitionHistory.Basis(2, new Quarter(2025, 1), bridge)));
    }

    private static Compared.Series series(DefinitionHistory history, String... values) {
        var totals = new ArrayList<QuarterTotal>();
        for (int at = 0; at < values.length; at++) {
            totals.add(new QuarterTotal(Item.VALUE, new Quarter(2024, 1).plus(at), new BigDecimal(values[at]), 1));
        }
        return Compared.Series.of(history, totals, quarter -> 1);
    }
}
