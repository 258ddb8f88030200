package fledge.enterprise.web;

import fledge.enterprise.GrowthKind;
import fledge.enterprise.NewGrowth;
import fledge.enterprise.Reading;
import org.jspecify.annotations.Nullable;

/** A step of growth as it is typed. */
record GrowthForm(
        @Nullable String growth,
        @Nullable String happenedOn,
        @Nullable String evidence,
        @Nullable String formerCode) {

    NewGrowth grown(Reading reading) {
        return new NewGrowth(
                reading.choice("growth", growth, GrowthKind.class),
                reading.day("happenedOn", happenedOn),
                Reading.text(evidence),
                Reading.text(formerCode));
    }
}
