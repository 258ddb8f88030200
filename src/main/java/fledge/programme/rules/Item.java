package fledge.programme.rules;

import fledge.kernel.Labelled;

/** One figure an indicator asks for: its value, the two parts of a ratio, a sentence, or whether it is done. */
public enum Item implements Labelled {
    VALUE,
    NUMERATOR,
    DENOMINATOR,
    TEXT,
    MILESTONE;

    @Override
    public String labelKey() {
        return "programme.item." + name();
    }
}
