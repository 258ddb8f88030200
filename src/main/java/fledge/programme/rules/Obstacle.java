package fledge.programme.rules;

import fledge.kernel.Labelled;

/** What stands between the figures and a final verdict. */
public enum Obstacle implements Labelled {
    BASELINE_MISSING,
    /** The figure to compare with is zero or negative, so growth means nothing. */
    BASELINE_NOT_POSITIVE,
    TARGET_NOT_AVAILABLE,
    YEARS_MISSING,
    /** A yearly sum is not yet whole, so it is not compared with a whole year. */
    YEAR_INCOMPLETE,
    /** Nothing of nothing: no one was eligible. */
    NOTHING_TO_COVER,
    DENOMINATOR_NOT_POSITIVE,
    /** What is counted changed between the two, and no bridge leads over (口径变化，不可比). */
    DEFINITION_CHANGED;

    @Override
    public String labelKey() {
        return "programme.obstacle." + name();
    }
}
