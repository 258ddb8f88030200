package fledge.monitoring.rules;

import fledge.kernel.Labelled;

/**
 * The checks a return goes through; stored by name. Those of class A are fixed here; of the others officials make rules with a
 * scope and a bound of their own ({@link RuleTerms}), and the class given here is the usual one.
 */
public enum CheckRule implements Labelled {
    SYNTAX(FindingClass.A),
    BELOW_MINIMUM(FindingClass.A),
    ABOVE_MAXIMUM(FindingClass.A),
    /** What only ever adds up became less. */
    CUMULATIVE_FELL(FindingClass.A),
    PART_GREATER_THAN_WHOLE(FindingClass.A),
    MISSING_WITHOUT_REASON(FindingClass.A),
    /** 环比 beyond a bound. */
    CHANGE_BOUND(FindingClass.B),
    /** A thousandfold: most likely 元 where 万元 was meant. */
    UNIT_SLIP(FindingClass.C),
    /** 同比 beyond a bound. */
    CHANGE_YEAR(FindingClass.C),
    SAME_AS_LAST_QUARTER(FindingClass.D),
    ZERO_AFTER_NONZERO(FindingClass.D),
    /** Below or above what officials think possible. */
    OUT_OF_RANGE(FindingClass.C),
    /** One figure is to be at most another. */
    EXCEEDS_OTHER(FindingClass.B),
    /** Two figures are to add up to a third. */
    PARTS_NOT_WHOLE(FindingClass.B),
    /** Far from what the unit itself reported over the years. */
    UNUSUAL_FOR_UNIT(FindingClass.C),
    /** Grew unlike the other units of the round. */
    UNUSUAL_AMONG_PEERS(FindingClass.C);

    private final FindingClass findingClass;

    CheckRule(FindingClass findingClass) {
        this.findingClass = findingClass;
    }

    public FindingClass findingClass() {
        return findingClass;
    }

    /** Whether officials make rules of this kind; the others are fixed. */
    public boolean isMadeByOfficials() {
        return findingClass != FindingClass.A;
    }

    /** Whether it holds cells of one return against each other. */
    public boolean isRelation() {
        return this == EXCEEDS_OTHER || this == PARTS_NOT_WHOLE;
    }

    /** Whether it judges by the median of other figures. */
    public boolean isStatistical() {
        return this == UNUSUAL_FOR_UNIT || this == UNUSUAL_AMONG_PEERS;
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
