package fledge.monitoring;

import java.util.Comparator;
import java.util.List;

/** A version of a rule and what became of the rule's hits in the last rounds, the newest first. */
public record RuleStatistic(RuleView rule, List<RuleTally> tallies) {

    /** In force before the others, among them those that asked for most words in vain: every one was accepted as it stood. */
    static final Comparator<RuleStatistic> WORST_FIRST = Comparator.comparing(
                    (RuleStatistic one) -> one.rule().status() != RuleStatus.IN_FORCE)
            .thenComparing(one -> !one.sum().isTooWide())
            .thenComparingLong(one -> -one.sum().accepted())
            .thenComparingLong(one -> -one.sum().hits())
            .thenComparingInt(one -> one.rule().number())
            .thenComparingInt(one -> one.rule().edition());

    /** All rounds together. */
    public RuleTally sum() {
        return tallies.stream().reduce(RuleTally::plus).orElseGet(() -> new RuleTally(rule.number(), 0, 0, 0, 0, 0));
    }
}
