package fledge.attachment;

import fledge.kernel.Labelled;

/** What is known of viruses in a file. */
public enum ScanState implements Labelled {
    /** This installation has no scanner. */
    NOT_SCANNED,
    /** The scanner was away; until it has answered nobody opens the file. */
    WAITING,
    CLEAN,
    /** A virus was found; the file is gone, and that it was there stays. */
    INFECTED;

    public boolean mayBeOpened() {
        return this == NOT_SCANNED || this == CLEAN;
    }

    @Override
    public String labelKey() {
        return "attachment.scan." + name();
    }
}
