package fledge.programme.rules;

import fledge.kernel.Labelled;

/** What an evaluation concludes. */
public enum Verdict implements Labelled {
    MET,
    NOT_MET,
    /** Under the lower end of a range, or under a goal that is only "about". */
    BELOW,
    WITHIN,
    /** Over the upper end of a range, which is no failure. */
    ABOVE,
    /** The deadline lies ahead. */
    IN_PROGRESS,
    /** Some of the years have no figure, so there is no final value. */
    PARTIAL,
    NOT_COMPUTABLE,
    NOT_APPLICABLE,
    /** A figure without a goal. */
    REPORTED,
    /** Measured, but the goal's number is not available. */
    TARGET_MISSING;

    /** Whether the goal is reached. */
    public boolean isAchieved() {
        return this == MET || this == WITHIN || this == ABOVE;
    }

    @Override
    public String labelKey() {
        return "programme.verdict." + name();
    }
}
