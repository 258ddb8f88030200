package fledge.enterprise.web;

import fledge.enterprise.EnterpriseStatus;
import fledge.enterprise.ImportStatus;
import fledge.enterprise.rules.SizeClass;

/** The tone in which a page shows a state. */
final class Tones {

    private Tones() {}

    static String of(EnterpriseStatus status) {
        return switch (status) {
            case ACTIVE -> "done";
            case SUSPENDED -> "waiting";
            case REVOKED -> "refused";
            case CANCELLED -> "neutral";
        };
    }

    static String of(ImportStatus status) {
        return switch (status) {
            case RECEIVED, CONFIRMED -> "working";
            case READ -> "waiting";
            case DONE -> "done";
            case REFUSED -> "refused";
            case DISCARDED -> "neutral";
        };
    }

    static String of(SizeClass size) {
        return switch (size) {
            case MICRO, SMALL -> "working";
            case MEDIUM, LARGE -> "neutral";
            case NOT_CLASSIFIED, INCOMPLETE -> "attention";
        };
    }
}
