package fledge.base;

import fledge.kernel.Labelled;

/** How far a base has come: planned, being built, or working. */
public enum BasePhase implements Labelled {
    PLANNED,
    BUILDING,
    WORKING;

    @Override
    public String labelKey() {
        return "base.phase." + name();
    }
}
