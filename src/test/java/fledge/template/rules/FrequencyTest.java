package fledge.template.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Month;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, '1,2,3,4,5,6,7,8,9,10,11,12', '1,2,3,4'",
        "QUARTER, '3,6,9,12', '1,2,3,4'",
        "HALF_YEAR, '6,12', '2,4'",
        "YEAR, '12', '4'"
    })
    void an_item_is_due_when_its_span_ends(Frequency frequency, String months, String quarters) {
        assertThat(due(
                        frequency,
                        IntStream.rangeClosed(1, 12)
                                .<Period>mapToObj(month -> new Month(2026, month))
                                .toList()))
                .isEqualTo(months);
        assertThat(due(
                        frequency,
                        IntStream.rangeClosed(1, 4)
                                .<Period>mapToObj(quarter -> new Quarter(2026, quarter))
                                .toList()))
                .isEqualTo(quarters);
    }

    private static String due(Frequency frequency, List<Period> periods) {
        return String.join(
                ",",
                IntStream.range(0, periods.size())
                        .filter(at -> frequency.isDueIn(periods.get(at)))
                        .mapToObj(at -> Integer.toString(at + 1))
                        .toList());
    }

    @Test
    void no_item_is_asked_more_often_than_its_form() {
        assertThat(Frequency.MONTH.fitsInto(Frequency.QUARTER)).isFalse();
        assertThat(Frequency.YEAR.fitsInto(Frequency.MONTH)).isTrue();
        assertThat(Frequency.QUARTER.fitsInto(Frequency.QUARTER)).isTrue();
        assertThat(Frequency.values())
                .filteredOn(Frequency::isOfForms)
                .containsExactly(Frequency.MONTH, Frequency.QUARTER);
    }

    @Test
    void a_form_covers_periods_of_its_own_kind() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(Frequency.MONTH.periodOf(day)).isEqualTo(new Month(2026, 11));
        assertThat(Frequency.QUARTER.periodOf(day)).isEqualTo(new Quarter(2026, 4));
        assertThat(Frequency.MONTH.covers(new Quarter(2026, 4))).isFalse();
        assertThat(Frequency.QUARTER.covers(new Month(2026, 11))).isFalse();
        assertThat(Frequency.of(new Month(2026, 11))).isEqualTo(Frequency.MONTH);
    }
}
