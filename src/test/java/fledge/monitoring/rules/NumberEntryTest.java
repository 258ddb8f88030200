package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Measure;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberEntryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56          | CNY_YUAN       | 1234.56      | 1234.56",
                "12,345         | CNY_WAN        | 123450000    | 12345",
                "1,234,567.8      | CNY_YUAN       | 1234567.8    | 1234567.8",
                "1 234 567        | COUNT          | 1234567      | 1234567",
                "¥1,200        | CNY_YUAN       | 1200         | 1200",
                "¥1,200 万元      | CNY_WAN        | 12000000     | 1200",
                "1.2亿            | CNY_YUAN       | 120000000    | 120000000",
                "1.2亿            | CNY_WAN        | 120000000    | 12000",
                "1.2 亿元         | CNY_YI         | 120000000    | 1.2",
                "3,500万          | CNY_WAN        | 35000000     | 3500",
                "3500元           | CNY_WAN        | 3500         | 0.35",
                "3500户           | WAN_HOUSEHOLDS | 3500         | 0.35",
                "47.78            | WAN_HOUSEHOLDS | 477800       | 47.78",
                "10万人           | PERSONS        | 100000       | 100000",
                "2000人次         | PERSON_TIMES   | 2000         | 2000",
                "40万平方米       | WAN_M2         | 400000       | 40",
                "12%             | PERCENT        | 12           | 12",
                "12.50%           | PERCENT        | 12.5         | 12.5",
                "6.5倍            | RATIO          | 6.5          | 6.5",
                ".5               | PERCENT        | 0.5          | 0.5",
                "12。5            | PERCENT        | 12.5         | 12.5",
                "+7               | COUNT          | 7            | 7",
                "0                | COUNT          | 0            | 0",
                "0.00             | CNY_WAN        | 0            | 0",
                "-3.2             | PERCENT        | -3.2         | -3.2",
                "-3             | COUNT          | -3           | -3",
                "1000000000000000000 | CNY_YUAN    | 1000000000000000000 | 1000000000000000000"
            })
    void what_officials_type_is_understood(String typed, Measure measure, BigDecimal base, BigDecimal shown) {
        assertThat(NumberEntry.read(typed, measure, true)).isEqualTo(new Entry.Understood(base, shown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,23          | CNY_YUAN | grouping",
                "12,3456       | CNY_YUAN | grouping",
                "1234,567      | CNY_YUAN | grouping",
                "1 2           | COUNT    | grouping",
                "1,234 567     | COUNT    | grouping",
                "1.2.3         | CNY_YUAN | notANumber",
                "1.234,5       | CNY_YUAN | notANumber",
                "1e309         | CNY_YUAN | notANumber",
                "NaN           | CNY_YUAN | notANumber",
                "Infinity      | CNY_YUAN | notANumber",
                "--5           | CNY_YUAN | notANumber",
                "-             | CNY_YUAN | notANumber",
                "12.           | CNY_YUAN | notANumber",
                "约30          | COUNT    | notANumber",
                "15—20         | COUNT    | notANumber",
                "1.2亿3千万    | CNY_YUAN | notANumber",
                "12%           | COUNT    | unitMismatch",
                "12%           | RATIO    | unitMismatch",
                "12人          | PERSON_TIMES | unitMismatch",
                "12人次        | PERSONS  | unitMismatch",
                "12元          | COUNT    | unitMismatch",
                "¥12          | COUNT    | unitMismatch",
                "12万          | PERCENT  | unitMismatch",
                "12左右        | COUNT    | unitMismatch",
                "¥1200        | CNY_WAN  | yuanAmbiguous",
                "¥1200        | CNY_YI   | yuanAmbiguous",
                "3.5           | COUNT    | notWhole",
                "0.00001       | WAN_HOUSEHOLDS | notWhole",
                "1.2345678     | PERCENT  | tooManyDecimals",
                "1000000000000000001 | CNY_YUAN | tooLarge",
                "10000000001   | CNY_YI   | tooLarge",
                "-1            | COUNT    | negative"
            })
    void what_is_wrong_or_ambiguous_is_refused_with_its_own_reason(String typed, Measure measure, String why) {
        assertThat(NumberEntry.read(typed, measure, false))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("monitoring.entry." + why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\t\u00A0"})
    void blank_is_absent_and_not_zero(String typed) {
        assertThat(NumberEntry.read(typed, Measure.COUNT, false)).isInstanceOf(Entry.Blank.class);
        assertThat(NumberEntry.read(null, Measure.COUNT, false)).isInstanceOf(Entry.Blank.class);
    }

    @ParameterizedTest
    @EnumSource
    void every_numeric_measure_understands_its_own_symbol(Measure measure) {
        if (measure.isNumeric()) {
            BigDecimal one = BigDecimal.ONE;
            assertThat(NumberEntry.read("1" + measure.zh(), measure, false))
                    .isEqualTo(new Entry.Understood(measure.toBase(one), one));
        }
    }

    @Test
    void a_long_row_of_marks_is_refused_at_once() {
        assertThat(NumberEntry.read("1" + ", ".repeat(29) + "x", Measure.COUNT, false))
                .isInstanceOf(Entry.Refused.class);
        assertThat(NumberEntry.read("9".repeat(100_000), Measure.COUNT, false)).isInstanceOf(Entry.Refused.class);
    }
}
