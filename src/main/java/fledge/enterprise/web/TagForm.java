package fledge.enterprise.web;

import fledge.enterprise.NewTag;
import fledge.enterprise.Reading;
import fledge.enterprise.TagKind;
import org.jspecify.annotations.Nullable;

/** A recognition as it is typed. */
record TagForm(
        @Nullable String tag,
        @Nullable String grantedOn,
        @Nullable String expiresOn,
        @Nullable String document) {

    NewTag granted() {
        var reading = new Reading();
        var granted = new NewTag(
                reading.choice("tag", tag, TagKind.class),
                reading.day("grantedOn", grantedOn),
                reading.dayIfAny("expiresOn", expiresOn),
                Reading.text(document));
        reading.refuse();
        return granted;
    }
}
