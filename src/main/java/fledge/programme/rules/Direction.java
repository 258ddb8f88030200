package fledge.programme.rules;

import fledge.kernel.Labelled;

/** Which way is better. */
public enum Direction implements Labelled {
    HIGHER,
    LOWER;

    @Override
    public String labelKey() {
        return "programme.direction." + name();
    }
}
