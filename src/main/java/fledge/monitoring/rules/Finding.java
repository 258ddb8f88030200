package fledge.monitoring.rules;

import fledge.kernel.Reason;
import fledge.programme.rules.Item;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found in one cell; the arguments belong to the check's message, numbers among them in the cell's measure.
 *
 * @param ruleId the version of the officials' rule that hit; absent for a check that is fixed
 */
public record Finding(
        CheckRule rule,
        FindingClass findingClass,
        @Nullable String ruleId,
        String indicator,
        Item item,
        List<Serializable> args) {

    public Finding {
        args = List.copyOf(args);
    }

    /** A cell whose text was not understood; the reason of the refusal is shown instead of the rule's message. */
    public static Finding ofRefusedEntry(String indicator, Item item, Entry.Refused refused) {
        return new Finding(
                CheckRule.SYNTAX, CheckRule.SYNTAX.findingClass(), null, indicator, item, List.of(refused.reason()));
    }

    static Finding of(CheckRule rule, CheckedLine line, Serializable... args) {
        return new Finding(rule, rule.findingClass(), null, line.indicator(), line.item(), List.of(args));
    }

    static Finding of(RuleTerms rule, CheckedLine line, Serializable... args) {
        return new Finding(rule.kind(), rule.findingClass(), rule.id(), line.indicator(), line.item(), List.of(args));
    }

    /** The sentence to show, with its arguments. */
    public Reason message() {
        return rule == CheckRule.SYNTAX && args.getFirst() instanceof Reason reason
                ? reason
                : new Reason(null, rule.messageKey(), args);
    }
}
