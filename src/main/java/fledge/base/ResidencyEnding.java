package fledge.base;

import fledge.kernel.Labelled;

/** How an enterprise's time in a base ended: it outgrew the base (毕业), or left it otherwise (离开). */
public enum ResidencyEnding implements Labelled {
    GRADUATED,
    LEFT;

    @Override
    public String labelKey() {
        return "residency.ending." + name();
    }
}
