package fledge.base;

import fledge.kernel.Labelled;

/** How exactly a document gives a number: 50家, 50家以上, 超过50家, 50家左右. */
public enum Precision implements Labelled {
    EXACT,
    AT_LEAST,
    MORE_THAN,
    ABOUT;

    @Override
    public String labelKey() {
        return "base.precision." + name();
    }
}
