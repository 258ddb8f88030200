package fledge.base;

import fledge.kernel.Labelled;

/** How a document ranks a base; what was recognised by act is {@code RecognitionLevel}. */
public enum BaseLevel implements Labelled {
    CORE,
    KEY,
    CITY,
    PROVINCIAL,
    NATIONAL;

    @Override
    public String labelKey() {
        return "base.level." + name();
    }
}
