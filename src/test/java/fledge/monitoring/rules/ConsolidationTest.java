package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Quarter;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Item;
import fledge.programme.rules.YearFigure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsolidationTest {

    private static QuarterTotal total(int quarter, String value, int units) {
        return new QuarterTotal(Item.VALUE, new Quarter(2025, quarter), new BigDecimal(value), units);
    }

    private static YearFigure year(Accumulation accumulation, int expected, int asOf, QuarterTotal... totals) {
        return Consolidation.upTo(new Quarter(2025, asOf), accumulation, quarter -> expected, List.of(totals))
                .figure(Item.VALUE, 2025);
    }

    @Test
    void a_flow_is_the_sum_of_its_quarters_and_whole_after_four() {
        QuarterTotal[] totals = {total(1, "450", 1), total(2, "500", 1), total(3, "520", 1), total(4, "480", 1)};
        assertThat(year(Accumulation.FLOW, 1, 3, totals)).isEqualTo(new YearFigure(new BigDecimal("1470"), false));
        assertThat(year(Accumulation.FLOW, 1, 4, totals)).isEqualTo(new YearFigure(new BigDecimal("1950"), true));
    }

    @Test
    void a_stock_passes_over_a_quarter_in_which_units_are_missing() {
        assertThat(year(Accumulation.STOCK, 7, 2, total(1, "5", 7), total(2, "3", 4)))
                .isEqualTo(new YearFigure(new BigDecimal("5"), false));
        assertThat(year(Accumulation.STOCK, 7, 2, total(2, "3", 4)))
                .as("without a whole quarter, what there is")
                .isEqualTo(new YearFigure(new BigDecimal("3"), false));
    }

    @Test
    void a_unit_whose_return_was_waived_is_not_expected() {
        QuarterTotal[] totals = {total(1, "1", 2), total(2, "1", 1), total(3, "1", 2), total(4, "1", 2)};
        YearFigure year = Consolidation.upTo(
                        new Quarter(2025, 4),
                        Accumulation.FLOW,
                        quarter -> quarter.number() == 2 ? 1 : 2,
                        List.of(totals))
                .figure(Item.VALUE, 2025);
        assertThat(year).isEqualTo(new YearFigure(new BigDecimal("4"), true));
    }

    @Test
    void an_indicator_is_judged_as_of_its_last_whole_quarter_or_of_one_whose_round_is_over() {
        List<QuarterTotal> totals = List.of(total(1, "9", 3), total(2, "6", 2), total(3, "1", 1));
        assertThat(Consolidation.asOf(quarter -> 3, totals, Set.of())).contains(new Quarter(2025, 1));
        assertThat(Consolidation.asOf(quarter -> 3, totals, Set.of(new Quarter(2025, 2))))
                .contains(new Quarter(2025, 2));
        assertThat(Consolidation.asOf(quarter -> 5, totals, Set.of())).contains(new Quarter(2025, 3));
        assertThat(Consolidation.asOf(quarter -> 5, List.of(), Set.of())).isEmpty();
    }

    @Test
    void a_year_without_figures_stays_absent() {
        assertThat(Consolidation.upTo(new Quarter(2025, 4), Accumulation.FLOW, quarter -> 1, List.of())
                        .figure(Item.VALUE, 2025))
                .isNull();
    }
}
