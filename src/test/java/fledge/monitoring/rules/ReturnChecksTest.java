package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnChecksTest {

    @ParameterizedTest(name = "{0} {1} after {2}, a year ago {3}, between {4} and {5}, bound {6}: {7}")
    @CsvSource({
        "FLOW,  110,   100,   100,  0,   ,     25, ''",
        "FLOW,  125,   100,   100,  0,   ,     25, ''",
        "FLOW,  125.1, 100,   120,  0,   ,     25, CHANGE_BOUND",
        "FLOW,  130,   ,      100,  0,   ,     25, CHANGE_YEAR",
        "FLOW,  70,    100,   100,  0,   ,     25, CHANGE_BOUND CHANGE_YEAR",
        "FLOW,  70,    100,   100,  0,   ,     ,   ''",
        "FLOW,  -1,    ,      ,     0,   ,     ,   BELOW_MINIMUM",
        "FLOW,  101,   ,      ,     0,   100,  ,   ABOVE_MAXIMUM",
        "FLOW,  100,   ,      ,     0,   100,  ,   ''",
        "FLOW,  1000,  1,     ,     0,   ,     ,   UNIT_SLIP",
        "FLOW,  999,   1,     ,     0,   ,     ,   ''",
        "FLOW,  1,     1000,  ,     0,   ,     ,   UNIT_SLIP",
        "FLOW,  1,     999,   ,     0,   ,     ,   ''",
        "FLOW,  100,   100,   ,     0,   ,     ,   SAME_AS_LAST_QUARTER",
        "FLOW,  0,     0,     ,     0,   ,     ,   ''",
        "FLOW,  0,     5,     ,     0,   ,     ,   ZERO_AFTER_NONZERO",
        "FLOW,  5,     0,     ,     0,   ,     25, ''",
        "STOCK, 100,   100,   ,     0,   ,     ,   ''",
        "STOCK, 99,    100,   ,     0,   ,     ,   CUMULATIVE_FELL",
        "STOCK, 101,   100,   ,     0,   ,     ,   ''"
    })
    void a_figure_is_held_against_its_bounds_and_its_past(
            Accumulation accumulation,
            BigDecimal now,
            BigDecimal previous,
            BigDecimal lastYear,
            BigDecimal minimum,
            BigDecimal maximum,
            BigDecimal bound,
            String rules) {
        CheckedLine line = new CheckedLine(
                "firms",
                Item.VALUE,
                Measure.COUNT,
                accumulation,
                now,
                null,
                previous,
                lastYear,
                minimum,
                maximum,
                bound,
                false,
                false,
                true,
                List.of(),
                null);
        assertThat(String.join(
                        " ",
                        ReturnChecks.check(List.of(line), RuleTerms.usual()).stream()
                                .map(finding -> finding.rule().name())
                                .toList()))
                .isEqualTo(rules);
    }

    @Test
    void a_rise_says_how_much_and_what_is_asked() {
        CheckedLine line = line(Item.VALUE, "130", "100", true);
        assertThat(ReturnChecks.check(List.of(line), RuleTerms.usual()))
                .containsExactly(new Finding(
                        CheckRule.CHANGE_BOUND,
                        FindingClass.B,
                        CheckRule.CHANGE_BOUND.name(),
                        "firms",
                        Item.VALUE,
                        List.of(1, new BigDecimal("30.0"), new BigDecimal("25"), 6)));
    }

    @Test
    void a_stock_that_may_fall_falls_without_a_finding() {
        assertThat(ReturnChecks.check(List.of(line(Item.VALUE, "90", "100", true)), RuleTerms.usual()))
                .isEmpty();
        assertThat(ReturnChecks.check(List.of(line(Item.VALUE, "90", "100", false)), RuleTerms.usual()))
                .extracting(Finding::findingClass)
                .containsExactly(FindingClass.A);
    }

    @Test
    void a_part_cannot_be_greater_than_its_whole() {
        CheckedLine whole = line(Item.DENOMINATOR, "600", null, true);
        assertThat(ReturnChecks.check(List.of(line(Item.NUMERATOR, "601", null, true), whole), RuleTerms.usual()))
                .extracting(Finding::rule)
                .containsExactly(CheckRule.PART_GREATER_THAN_WHOLE);
        assertThat(ReturnChecks.check(List.of(line(Item.NUMERATOR, "600", null, true), whole), RuleTerms.usual()))
                .isEmpty();
    }

    @Test
    void a_missing_figure_needs_a_reason() {
        assertThat(ReturnChecks.check(List.of(missing(null), missing(" ")), RuleTerms.usual()))
                .extracting(Finding::rule)
                .containsOnly(CheckRule.MISSING_WITHOUT_REASON)
                .hasSize(2);
        assertThat(ReturnChecks.check(List.of(missing("年报尚未结束")), RuleTerms.usual()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A, 项目集中投产所致, false",
        "B, 项目集中投产, true",
        "B, 项目投产, false",
        "C, '  项目投产  ', false",
        "C, , false",
        "D, , true"
    })
    void an_explanation_has_six_characters_at_least(FindingClass findingClass, String text, boolean settled) {
        assertThat(findingClass.isSettledBy(text)).isEqualTo(settled);
    }

    @Test
    void a_cell_that_was_not_understood_shows_why() {
        Reason reason = Reason.of("monitoring.entry.notANumber");
        Finding finding = Finding.ofRefusedEntry("firms", Item.VALUE, new Entry.Refused(reason));
        assertThat(finding.findingClass().blocks()).isTrue();
        assertThat(finding.message()).isEqualTo(reason);
    }

    private static CheckedLine line(Item item, String now, String previous, boolean mayFall) {
        return new CheckedLine(
                "firms",
                item,
                Measure.COUNT,
                Accumulation.STOCK,
                new BigDecimal(now),
                null,
                previous == null ? null : new BigDecimal(previous),
                null,
                BigDecimal.ZERO,
                null,
                new BigDecimal("25"),
                mayFall,
                item == Item.NUMERATOR,
                true,
                List.of(),
                null);
    }

    private static CheckedLine missing(String note) {
        return new CheckedLine(
                "firms",
                Item.VALUE,
                Measure.COUNT,
                Accumulation.FLOW,
                null,
                note,
                null,
                null,
                null,
                null,
                null,
                true,
                false,
                true,
                List.of(),
                null);
    }
}
