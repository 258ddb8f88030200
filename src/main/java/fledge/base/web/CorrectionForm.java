package fledge.base.web;

import fledge.base.ResidencyEnding;
import fledge.base.ResidencyTerms;
import org.jspecify.annotations.Nullable;

/** What the ledger ought to say of a residency, as typed; without an end it still lasts. */
record CorrectionForm(
        @Nullable String version,
        @Nullable String movedInOn,
        @Nullable String area,
        @Nullable String endedOn,
        @Nullable String ending,
        @Nullable String endReason,
        @Nullable String correction) {

    ResidencyTerms read() {
        var typed = new Typed();
        return typed.refuse(new ResidencyTerms(
                typed.day("movedInOn", movedInOn),
                typed.optionalNumber("area", area),
                Typed.text(endedOn).isEmpty() ? null : typed.day("endedOn", endedOn),
                typed.optionalChoice("ending", ending, ResidencyEnding.class),
                Typed.text(endReason)));
    }
}
