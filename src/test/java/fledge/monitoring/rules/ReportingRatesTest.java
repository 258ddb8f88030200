package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReportingRatesTest {

    @Test
    void the_example_of_the_book() {
        var rates = new ReportingRates(24, 1, 22, 20, 115, 105);
        assertThat(rates.due()).isEqualTo(23);
        assertThat(rates.missing()).isOne();
        assertThat(rates.late()).isEqualTo(2);
        assertThat(rates.reporting()).isEqualByComparingTo("95.65");
        assertThat(rates.timeliness()).isEqualByComparingTo("86.96");
        assertThat(rates.completeness()).isEqualByComparingTo("91.30");
    }

    @Test
    void nothing_due_has_no_rate() {
        assertThat(ReportingRates.NONE.reporting()).isNull();
        var waived = new ReportingRates(2, 2, 0, 0, 0, 0);
        assertThat(waived.timeliness()).isNull();
        assertThat(waived.completeness()).isNull();
    }

    @Test
    void sums_are_of_counts_and_not_of_rates() {
        var all = new ReportingRates(1, 0, 1, 1, 10, 10).plus(new ReportingRates(3, 0, 0, 0, 30, 0));
        assertThat(all.timeliness()).isEqualByComparingTo("25.00");
        assertThat(all.completeness()).isEqualByComparingTo("25.00");
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new ReportingRates(1, 1, 1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReportingRates(2, 0, 1, 2, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReportingRates(2, 0, 1, 1, 5, 6)).isInstanceOf(IllegalArgumentException.class);
    }
}
