package fledge.base.web;

import fledge.base.NewResult;
import fledge.base.Precision;
import fledge.base.ResultNature;
import fledge.base.ResultTopic;
import org.jspecify.annotations.Nullable;

/** A promised or reached number as typed, in the measure of its topic. */
record ResultForm(
        @Nullable String nature,
        @Nullable String topic,
        @Nullable String year,
        @Nullable String precision,
        @Nullable String value,
        @Nullable String document,
        @Nullable String line,
        @Nullable String quote) {

    NewResult read() {
        var typed = new Typed();
        ResultTopic of = typed.choice("topic", topic, ResultTopic.class);
        return typed.refuse(new NewResult(
                typed.choice("nature", nature, ResultNature.class),
                of,
                typed.optionalYear("year", year),
                typed.choice("precision", precision, Precision.class),
                of.measure().toBase(typed.number("value", value)),
                typed.source(document, line, quote)));
    }
}
