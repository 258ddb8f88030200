package fledge.monitoring;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;

/** The words that some acts must not go without. */
final class ReasonText {

    private ReasonText() {}

    /** The text without blanks at its ends; refused at its field when it is empty or too long. */
    static String required(String field, String text) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw new RuleRefused(Reason.on(field, "monitoring.refused.reason-missing"));
        }
        if (words.length() > EntryService.LONGEST_TEXT) {
            throw new RuleRefused(Reason.on(field, "monitoring.refused.too-long", EntryService.LONGEST_TEXT));
        }
        return words;
    }
}
