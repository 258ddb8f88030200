package fledge.base.web;

import fledge.base.BaseField;
import fledge.base.NewSide;
import fledge.base.Source;
import org.jspecify.annotations.Nullable;

/** A second printed value as typed, in the measure of its field. */
record ClashForm(
        @Nullable String field,
        @Nullable String printed,
        @Nullable String wording,
        @Nullable String printedIn,
        @Nullable String words) {

    /** Which number, and what else is printed of it. */
    record Read(BaseField field, NewSide side) {}

    Read read() {
        var typed = new Typed();
        BaseField of = typed.choice("field", field, BaseField.class);
        return typed.refuse(new Read(
                of,
                new NewSide(
                        of.measure().toBase(typed.number("printed", printed)),
                        Typed.text(wording),
                        new Source(Typed.text(printedIn), null, Typed.text(words)))));
    }
}
