package fledge.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.monitoring.rules.RuleTerms.Operand;
import fledge.monitoring.rules.RuleTerms.Scope;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static CheckedLine line(
            String indicator,
            Accumulation accumulation,
            String now,
            @Nullable String previous,
            List<BigDecimal> history,
            @Nullable Spread peers) {
        return new CheckedLine(
                indicator,
                Item.VALUE,
                Measure.COUNT,
                accumulation,
                new BigDecimal(now),
                null,
                number(previous),
                null,
                null,
                null,
                new BigDecimal("50"),
                true,
                false,
                true,
                history,
                peers);
    }

    private static CheckedLine flow(String indicator, String now, @Nullable String previous) {
        return line(indicator, Accumulation.FLOW, now, previous, List.of(), null);
    }

    private static RuleTerms rule(
            String id, CheckRule kind, Scope scope, @Nullable String threshold, int least, String... operands) {
        return new RuleTerms(
                id,
                kind,
                kind.findingClass(),
                scope,
                operands.length > 0 ? new Operand(operands[0], Item.VALUE) : null,
                operands.length > 1 ? new Operand(operands[1], Item.VALUE) : null,
                operands.length > 2 ? new Operand(operands[2], Item.VALUE) : null,
                number(threshold),
                null,
                null,
                least);
    }

    private static List<String> hits(List<RuleTerms> rules, CheckedLine... lines) {
        return ReturnChecks.check(List.of(lines), rules).stream()
                .map(finding -> finding.ruleId() + "@" + finding.indicator())
                .toList();
    }

    @Test
    void of_one_kind_the_narrowest_scope_speaks() {
        RuleTerms city = rule("city", CheckRule.CHANGE_BOUND, Scope.CITY, "10", 0);
        RuleTerms programme = rule("programme", CheckRule.CHANGE_BOUND, Scope.PROGRAMME, "50", 0);
        RuleTerms own = rule("own", CheckRule.CHANGE_BOUND, Scope.INDICATOR, "80", 0, "a");
        CheckedLine a = flow("a", "160", "100");
        CheckedLine b = flow("b", "160", "100");

        assertThat(hits(List.of(city), a, b)).containsExactly("city@a", "city@b");
        assertThat(hits(List.of(city, programme), a, b)).containsExactly("programme@a", "programme@b");
        assertThat(hits(List.of(city, programme, own), a, b)).containsExactly("programme@b");
        assertThat(hits(List.of(own), flow("a", "190", "100"))).containsExactly("own@a");
    }

    @Test
    void a_relation_names_its_cells_and_allows_its_tolerance() {
        RuleTerms most = rule("most", CheckRule.EXCEEDS_OTHER, Scope.INDICATOR, "10", 0, "a", "b");
        assertThat(hits(List.of(most), flow("a", "111", null), flow("b", "100", null)))
                .containsExactly("most@a");
        assertThat(hits(List.of(most), flow("a", "110", null), flow("b", "100", null)))
                .isEmpty();
        assertThat(hits(List.of(most), flow("a", "110", null))).isEmpty();

        RuleTerms sum = rule("sum", CheckRule.PARTS_NOT_WHOLE, Scope.INDICATOR, null, 0, "a", "b", "c");
        assertThat(hits(List.of(sum), flow("a", "1", null), flow("b", "2", null), flow("c", "3", null)))
                .isEmpty();
        assertThat(hits(List.of(sum), flow("a", "1", null), flow("b", "2", null), flow("c", "4", null)))
                .containsExactly("sum@a");
    }

    @Test
    void what_concerns_a_cell_is_its_own_and_the_relations_that_name_it() {
        RuleTerms most = rule("most", CheckRule.EXCEEDS_OTHER, Scope.INDICATOR, null, 0, "a", "b");
        RuleTerms change = rule("change", CheckRule.CHANGE_BOUND, Scope.PROGRAMME, "50", 0);
        List<CheckedLine> lines = List.of(flow("a", "900", "100"), flow("b", "500", "100"), flow("c", "900", "100"));
        List<RuleTerms> rules = List.of(most, change);

        assertThat(ReturnChecks.concerning(cell -> cell.indicator().equals("b"), lines, rules))
                .extracting(finding -> finding.ruleId() + "@" + finding.indicator())
                .containsExactly("most@a", "change@b");
        List<Finding> each = lines.stream()
                .flatMap(line -> ReturnChecks.concerning(line::equals, lines, rules).stream())
                .distinct()
                .toList();
        assertThat(each)
                .as("cell by cell finds what the whole check finds")
                .containsExactlyInAnyOrderElementsOf(ReturnChecks.check(lines, rules));
    }

    @ParameterizedTest
    @CsvSource({"9, 10, 20, true", "10, 10, 20, false", "20, 10, 20, false", "21, 10, 20, true", "21, 10, , false"})
    void a_range_has_its_ends_in(String now, String lower, String upper, boolean hit) {
        var range = new RuleTerms(
                "range",
                CheckRule.OUT_OF_RANGE,
                FindingClass.C,
                Scope.INDICATOR,
                new Operand("a", Item.VALUE),
                null,
                null,
                null,
                number(lower),
                number(upper),
                0);
        assertThat(hits(List.of(range), flow("a", now, null))).hasSize(hit ? 1 : 0);
    }

    @Test
    void a_unit_slip_is_as_great_as_the_rule_says() {
        RuleTerms ten = rule("ten", CheckRule.UNIT_SLIP, Scope.CITY, "10", 0);
        assertThat(hits(List.of(ten), flow("a", "1000", "100"))).hasSize(1);
        assertThat(hits(List.of(ten), flow("a", "999", "100"))).isEmpty();
    }

    @Test
    void so_many_equal_quarters_running_are_too_many() {
        RuleTerms three = rule("three", CheckRule.SAME_AS_LAST_QUARTER, Scope.CITY, null, 3);
        List<BigDecimal> equal = List.of(new BigDecimal("7"), new BigDecimal("7.0"), new BigDecimal("7"));
        assertThat(hits(List.of(three), line("a", Accumulation.FLOW, "7", "7", equal, null)))
                .hasSize(1);
        assertThat(hits(List.of(three), line("a", Accumulation.FLOW, "7", "7", equal.subList(0, 2), null)))
                .isEmpty();
    }

    /** A flow of 10 to 14 for eight quarters, then 18: 0.6745 × 6 / 1 = 4.05 > 3.5. */
    @Test
    void a_flow_is_held_against_its_own_past() {
        RuleTerms history = rule("history", CheckRule.UNUSUAL_FOR_UNIT, Scope.CITY, "3.5", 8);
        List<BigDecimal> past = IntStream.of(12, 11, 13, 12, 10, 14, 12, 11, 13)
                .mapToObj(BigDecimal::valueOf)
                .toList();
        assertThat(hits(List.of(history), line("a", Accumulation.FLOW, "18", "12", past, null)))
                .hasSize(1);
        assertThat(hits(List.of(history), line("a", Accumulation.FLOW, "15", "12", past, null)))
                .isEmpty();
        assertThat(hits(List.of(history), line("a", Accumulation.FLOW, "99", "12", past.subList(0, 7), null)))
                .as("seven figures are too few")
                .isEmpty();
    }

    @Test
    void a_stock_that_grows_as_ever_is_nothing_unusual_and_a_leap_is() {
        RuleTerms history = rule("history", CheckRule.UNUSUAL_FOR_UNIT, Scope.CITY, "3.5", 8);
        Quarter now = new Quarter(2026, 3);
        Map<Quarter, BigDecimal> figures = new HashMap<>();
        IntStream.rangeClosed(1, 12)
                .forEach(back -> figures.put(now.plus(-back), BigDecimal.valueOf(1000 - 10L * back + back % 3)));
        List<BigDecimal> rises = OwnHistory.of(Accumulation.STOCK, now, figures);
        assertThat(rises).hasSize(11);
        assertThat(hits(List.of(history), line("a", Accumulation.STOCK, "1001", "991", rises, null)))
                .isEmpty();
        assertThat(hits(List.of(history), line("a", Accumulation.STOCK, "1200", "991", rises, null)))
                .hasSize(1);
    }

    @Test
    void growth_is_held_against_that_of_the_others() {
        RuleTerms peers = rule("peers", CheckRule.UNUSUAL_AMONG_PEERS, Scope.CITY, "3.5", 5);
        Spread others = RobustStatistics.spread(IntStream.of(1, 2, 3, 4, 5)
                        .mapToObj(BigDecimal::valueOf)
                        .toList())
                .orElseThrow();
        assertThat(hits(List.of(peers), line("a", Accumulation.FLOW, "130", "100", List.of(), others)))
                .hasSize(1);
        assertThat(hits(List.of(peers), line("a", Accumulation.FLOW, "104", "100", List.of(), others)))
                .isEmpty();
        assertThat(hits(List.of(peers), line("a", Accumulation.FLOW, "130", "0", List.of(), others)))
                .isEmpty();
        assertThat(hits(List.of(peers), line("a", Accumulation.FLOW, "130", "100", List.of(), null)))
                .isEmpty();
    }

    @Test
    void a_rule_that_says_nothing_clear_is_refused_at_its_fields() {
        assertThat(fields(rule("", CheckRule.UNIT_SLIP, Scope.CITY, null, 0))).containsExactly("threshold");
        assertThat(fields(rule("", CheckRule.OUT_OF_RANGE, Scope.CITY, null, 0)))
                .containsExactly("lower", "subject");
        assertThat(fields(rule("", CheckRule.UNUSUAL_FOR_UNIT, Scope.CITY, "3.5", 7)))
                .containsExactly("least");
        assertThat(fields(rule("", CheckRule.EXCEEDS_OTHER, Scope.INDICATOR, null, 0, "a", "a")))
                .containsExactly("other");
        assertThat(fields(rule("", CheckRule.PARTS_NOT_WHOLE, Scope.INDICATOR, null, 0, "a", "b", "b")))
                .containsExactly("third");
        assertThat(fields(rule("", CheckRule.BELOW_MINIMUM, Scope.CITY, null, 0)))
                .contains("kind", "findingClass");
        assertThat(RuleTerms.usual())
                .allSatisfy(usual -> assertThat(usual.refusals()).isEmpty());
    }

    private static List<@Nullable String> fields(RuleTerms terms) {
        return terms.refusals().stream().map(Reason::field).toList();
    }
}
