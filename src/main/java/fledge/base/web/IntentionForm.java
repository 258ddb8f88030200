package fledge.base.web;

import fledge.base.IntentionCount;
import fledge.base.NewIntention;
import fledge.base.Precision;
import fledge.kernel.Measure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a document wants as typed, in the measure that is chosen; {@code why} it is put right, if it is. */
record IntentionForm(
        @Nullable String version,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String precision,
        @Nullable String value,
        @Nullable String upper,
        @Nullable String measure,
        @Nullable String fromYear,
        @Nullable String toYear,
        @Nullable String counted,
        @Nullable String document,
        @Nullable String line,
        @Nullable String quote,
        @Nullable String why) {

    NewIntention read() {
        var typed = new Typed();
        Measure in = typed.choice("measure", measure, Measure.class);
        BigDecimal most = typed.optionalNumber("upper", upper);
        typed.given("document", document, "base.refused.which-document");
        return typed.refuse(new NewIntention(
                typed.given("nameZh", nameZh, "base.refused.name"),
                Typed.text(nameEn),
                typed.optionalChoice("counted", counted, IntentionCount.class),
                typed.choice("precision", precision, Precision.class),
                in.toBase(typed.number("value", value)),
                most == null ? null : in.toBase(most),
                in,
                typed.optionalYear("fromYear", fromYear),
                typed.optionalYear("toYear", toYear),
                typed.source(document, line, quote)));
    }

    /** The fields as they stand in the form. */
    static Map<String, String> values(NewIntention of) {
        var values = new LinkedHashMap<String, String>();
        values.put("nameZh", of.nameZh());
        values.put("nameEn", of.nameEn());
        values.put("precision", of.precision().name());
        values.put("value", plain(of.value(), of.measure()));
        values.put("upper", plain(of.upper(), of.measure()));
        values.put("measure", of.measure().name());
        values.put("fromYear", Objects.toString(of.fromYear(), ""));
        values.put("toYear", Objects.toString(of.toYear(), ""));
        values.put("counted", Objects.toString(of.counted(), ""));
        values.put("document", of.source().document());
        values.put("line", Objects.toString(of.source().line(), ""));
        values.put("quote", of.source().quote());
        return values;
    }

    private static String plain(@Nullable BigDecimal base, Measure measure) {
        return base == null ? "" : measure.fromBase(base).stripTrailingZeros().toPlainString();
    }
}
