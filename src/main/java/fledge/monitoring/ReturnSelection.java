package fledge.monitoring;

import fledge.kernel.Labelled;

/** The returns behind a number of the reporting rates. */
public enum ReturnSelection implements Labelled {
    ASKED,
    WAIVED,
    REPORTED,
    IN_TIME,
    LATE,
    MISSING;

    boolean contains(ReturnView report) {
        boolean waived = report.status() == ReturnStatus.WAIVED;
        boolean reported = report.reportedAt() != null && report.status() != ReturnStatus.MISSED;
        return switch (this) {
            case ASKED -> true;
            case WAIVED -> waived;
            case REPORTED -> reported;
            case IN_TIME -> reported && report.reportedInTime();
            case LATE -> reported && !report.reportedInTime();
            case MISSING -> !reported && !waived;
        };
    }

    @Override
    public String labelKey() {
        return "monitoring.rates.selection." + name();
    }
}
