package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Month;
import fledge.kernel.Quarter;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Item;
import fledge.programme.rules.YearFigure;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTotalTest {

    private static final Quarter FIRST = new Quarter(2026, 1);

    private static PeriodTotal month(int number, long value, int units, boolean monthly) {
        return new PeriodTotal(Item.VALUE, new Month(2026, number), BigDecimal.valueOf(value), units, monthly);
    }

    private static QuarterTotal quarter(long value, int units) {
        return new QuarterTotal(Item.VALUE, FIRST, BigDecimal.valueOf(value), units);
    }

    @Test
    void a_flow_adds_its_months_and_has_the_units_of_the_weakest() {
        assertThat(PeriodTotal.byQuarter(
                        Accumulation.FLOW, List.of(month(1, 3, 2, true), month(2, 4, 2, true), month(3, 5, 1, true))))
                .containsExactly(quarter(12, 1));
    }

    @Test
    void a_quarter_without_one_of_its_months_is_not_whole() {
        assertThat(PeriodTotal.byQuarter(Accumulation.FLOW, List.of(month(1, 3, 2, true), month(3, 5, 2, true))))
                .containsExactly(quarter(8, 0));
        assertThat(PeriodTotal.byQuarter(Accumulation.STOCK, List.of(month(1, 10, 2, true), month(2, 11, 2, true))))
                .containsExactly(quarter(11, 0));
    }

    @Test
    void a_stock_is_its_last_month() {
        assertThat(PeriodTotal.byQuarter(Accumulation.STOCK, List.of(month(3, 9, 2, true), month(2, 11, 1, true))))
                .containsExactly(quarter(9, 2));
    }

    @Test
    void what_is_asked_more_seldom_is_whole_with_its_one_month() {
        assertThat(PeriodTotal.byQuarter(Accumulation.FLOW, List.of(month(3, 7, 2, false))))
                .containsExactly(quarter(7, 2));
    }

    @Test
    void quarters_stay_as_they_are() {
        var total = new PeriodTotal(Item.VALUE, FIRST, BigDecimal.TEN, 3, false);
        assertThat(PeriodTotal.byQuarter(Accumulation.FLOW, List.of(total))).containsExactly(quarter(10, 3));
        assertThat(PeriodTotal.byQuarter(Accumulation.STOCK, List.of(total))).containsExactly(quarter(10, 3));
    }

    @Test
    void a_year_of_a_half_yearly_item_is_whole_with_its_two_quarters() {
        var second = new QuarterTotal(Item.VALUE, new Quarter(2026, 2), BigDecimal.valueOf(4), 1);
        var fourth = new QuarterTotal(Item.VALUE, new Quarter(2026, 4), BigDecimal.valueOf(6), 1);
        assertThat(year(Accumulation.FLOW, 4, List.of(second, fourth))).isEqualTo(new YearFigure(BigDecimal.TEN, true));
        assertThat(year(Accumulation.FLOW, 3, List.of(second, fourth)))
                .isEqualTo(new YearFigure(BigDecimal.valueOf(4), false));
        assertThat(year(Accumulation.STOCK, 4, List.of(second, fourth)))
                .isEqualTo(new YearFigure(BigDecimal.valueOf(6), true));
    }

    private static YearFigure year(Accumulation accumulation, int asOf, List<QuarterTotal> totals) {
        return Consolidation.upTo(
                        new Quarter(2026, asOf),
                        accumulation,
                        quarter -> 1,
                        quarter -> quarter.number() % 2 == 0,
                        totals)
                .figures()
                .get(Item.VALUE)
                .get(2026);
    }
}
