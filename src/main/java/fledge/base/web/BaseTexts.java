package fledge.base.web;

import fledge.base.BaseField;
import fledge.base.NewIntention;
import fledge.base.NewResult;
import fledge.base.Precision;
import fledge.base.Source;
import fledge.base.rules.LandArea;
import fledge.kernel.Labelled;
import fledge.kernel.Measure;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the numbers and sources of bases stand on a page. */
@Component
class BaseTexts {

    private final Formats formats;

    BaseTexts(Formats formats) {
        this.formats = formats;
    }

    record Option(String value, String label) {}

    /** A choice of a form. */
    <E extends Enum<E> & Labelled> List<Option> options(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> new Option(choice.name(), formats.text(choice)))
                .toList();
    }

    @Nullable
    String label(@Nullable Labelled labelled) {
        return labelled == null ? null : formats.text(labelled);
    }

    /** A number of a field with its measure; land in mu as well, as documents have it. */
    @Nullable
    String number(BaseField field, @Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        String shown = number(number, field.measure());
        return field == BaseField.LAND
                ? formats.text("base.land", shown, Objects.requireNonNull(formats.rounded(LandArea.mu(number))))
                : shown;
    }

    String number(BigDecimal number, Measure measure) {
        return formats.number(number, measure) + " " + formats.text(measure);
    }

    /** “50 户以上”, “超过 100 个”. */
    String result(NewResult result) {
        return precise(result.precision(), result.value(), result.topic().measure());
    }

    String precise(Precision precision, BigDecimal value, Measure measure) {
        return formats.text("base.shown." + precision, formats.concise(value, measure) + " " + formats.text(measure));
    }

    /** “8 个以上”, “15 至 20 个”. */
    String wanted(NewIntention intention) {
        BigDecimal upper = intention.upper();
        return upper == null
                ? precise(intention.precision(), intention.value(), intention.measure())
                : formats.text(
                        "base.shown.range",
                        Objects.requireNonNull(formats.concise(intention.value(), intention.measure())),
                        formats.concise(upper, intention.measure()) + " " + formats.text(intention.measure()));
    }

    /** Where it is printed; null where nobody says. */
    @Nullable
    String source(Source source) {
        if (!source.isNamed()) {
            return null;
        }
        String place = source.line() == null
                ? formats.text("base.source.document", source.document())
                : formats.text("base.source.line", source.document(), Integer.toString(source.line()));
        return source.quote().isEmpty() ? place : formats.text("base.source.quote", place, source.quote());
    }
}
