package fledge.amendment;

import fledge.kernel.Labelled;

/** Why figures have to be others: the code of the reason. */
public enum AmendmentCause implements Labelled {
    TRANSCRIPTION,
    UNIT_OF_MEASURE,
    SOURCE,
    SCOPE,
    FINAL_FIGURE,
    DEFINITION_CHANGED,
    NOT_REPORTED,
    OTHER;

    @Override
    public String labelKey() {
        return "amendment.cause." + name();
    }
}
