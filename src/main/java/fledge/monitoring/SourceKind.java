package fledge.monitoring;

import fledge.kernel.Labelled;

/** Where else a figure is known. */
public enum SourceKind implements Labelled {
    TAX,
    REGISTER,
    STATISTICS,
    OTHER;

    @Override
    public String labelKey() {
        return "monitoring.source-kind." + name();
    }
}
