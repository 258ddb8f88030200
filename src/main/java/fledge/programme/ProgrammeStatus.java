package fledge.programme;

import fledge.kernel.Labelled;

/** Where a programme stands: being drafted, in force, or over. */
public enum ProgrammeStatus implements Labelled {
    /** Indicators and targets may be written. */
    DRAFT,
    PUBLISHED,
    CLOSED;

    @Override
    public String labelKey() {
        return "programme.status." + name();
    }
}
