package fledge.base;

import fledge.kernel.Labelled;

/** What of a document's wishes the portal counts itself, with the names behind the number. */
public enum IntentionCount implements Labelled {
    /** City bases that rose to the provincial level. */
    UPGRADED_TO_PROVINCIAL,
    /** Bases recognised by the state. */
    RECOGNISED_NATIONALLY,
    /** Bases named as models. */
    MODEL_BASES,
    /** Makerspaces recognised for the first time within a year. */
    NEW_MAKERSPACES;

    /** Whether each year is counted alone. */
    public boolean isYearly() {
        return this == NEW_MAKERSPACES;
    }

    @Override
    public String labelKey() {
        return "base.count-of." + name();
    }
}
