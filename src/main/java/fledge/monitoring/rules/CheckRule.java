package fledge.monitoring.rules;

import fledge.kernel.Labelled;

/** The checks a return goes through; stored by name with the version of the rules. */
public enum CheckRule implements Labelled {
    SYNTAX(FindingClass.A),
    BELOW_MINIMUM(FindingClass.A),
    ABOVE_MAXIMUM(FindingClass.A),
    /** What only ever adds up became less. */
    CUMULATIVE_FELL(FindingClass.A),
    PART_GREATER_THAN_WHOLE(FindingClass.A),
    MISSING_WITHOUT_REASON(FindingClass.A),
    /** 环比 beyond the indicator's bound. */
    CHANGE_BOUND(FindingClass.B),
    /** A thousandfold: most likely 元 where 万元 was meant. */
    UNIT_SLIP(FindingClass.C),
    /** 同比 beyond the indicator's bound. */
    CHANGE_YEAR(FindingClass.C),
    SAME_AS_LAST_QUARTER(FindingClass.D),
    ZERO_AFTER_NONZERO(FindingClass.D);

    private final FindingClass findingClass;

    CheckRule(FindingClass findingClass) {
        this.findingClass = findingClass;
    }

    public FindingClass findingClass() {
        return findingClass;
    }

    /** The sentence a finding is shown as; its arguments are the finding's. */
    public String messageKey() {
        return "monitoring.finding." + name();
    }

    @Override
    public String labelKey() {
        return "monitoring.checkRule." + name();
    }
}
