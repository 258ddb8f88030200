package fledge.monitoring.rules;

import fledge.kernel.Reason;
import fledge.programme.rules.Item;
import java.io.Serializable;
import java.util.List;

/** What a check found in one cell; the arguments belong to the rule's message, numbers among them in the cell's measure. */
public record Finding(CheckRule rule, String indicator, Item item, List<Serializable> args) {

    public Finding {
        args = List.copyOf(args);
    }

    /** A cell whose text was not understood; the reason of the refusal is shown instead of the rule's message. */
    public static Finding ofRefusedEntry(String indicator, Item item, Entry.Refused refused) {
        return new Finding(CheckRule.SYNTAX, indicator, item, List.of(refused.reason()));
    }

    static Finding of(CheckRule rule, CheckedLine line, Serializable... args) {
        return new Finding(rule, line.indicator(), line.item(), List.of(args));
    }

    public FindingClass findingClass() {
        return rule.findingClass();
    }

    /** The sentence to show, with its arguments. */
    public Reason message() {
        return rule == CheckRule.SYNTAX && args.getFirst() instanceof Reason reason
                ? reason
                : new Reason(null, rule.messageKey(), args);
    }
}
