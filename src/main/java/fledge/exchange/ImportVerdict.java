package fledge.exchange;

import fledge.kernel.Labelled;

/** What is to become of a row of a handed-in workbook. */
public enum ImportVerdict implements Labelled {
    UNCHANGED,
    WRITABLE,
    /** Somebody wrote the cell since the template was downloaded. */
    CONFLICT,
    FAULTY;

    @Override
    public String labelKey() {
        return "exchange.verdict." + name();
    }
}
