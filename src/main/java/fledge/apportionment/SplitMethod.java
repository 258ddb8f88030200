package fledge.apportionment;

import fledge.kernel.Labelled;

/** How the numbers of a split were found. */
public enum SplitMethod implements Labelled {
    /** In parts that differ by one step at most. */
    EQUAL,
    /** In proportion to what each unit had in the base period. */
    BASE_SHARE,
    /** In proportion to what each unit carries of another indicator in the same set. */
    OTHER_SHARE,
    /** The present numbers, scaled so that they close round the pinned ones. */
    BALANCE,
    /** As the split law says: the same for all, the whole for the lead unit, the least numerator for each denominator. */
    BY_LAW,
    BY_HAND;

    @Override
    public String labelKey() {
        return "apportionment.method." + name();
    }
}
