package fledge.programme;

import fledge.kernel.Labelled;

/** Whether a programme was printed by a city, or is a sample for the current years (示例). */
public enum ProgrammeKind implements Labelled {
    PRINTED,
    SAMPLE;

    @Override
    public String labelKey() {
        return "programme.kind." + name();
    }
}
