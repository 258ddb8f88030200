package fledge.programme.web;

import fledge.kernel.Measure;
import fledge.programme.FigureStatus;
import fledge.programme.NewTarget;
import fledge.programme.rules.Operator;
import org.jspecify.annotations.Nullable;

/** A target as typed. */
record TargetForm(
        @Nullable String year,
        @Nullable String operator,
        @Nullable String value,
        @Nullable String upper,
        @Nullable String status,
        @Nullable String missingReason,
        @Nullable String finalTarget,
        @Nullable String source) {

    NewTarget read(Measure measure) {
        var input = new FormInput("programme.target");
        var made = new NewTarget(
                input.whole("year", year),
                input.required("operator", operator, Operator.class),
                input.number("value", value, measure),
                input.number("upper", upper, measure),
                input.required("status", status, FigureStatus.class),
                FormInput.textOrNull(missingReason),
                "true".equals(finalTarget),
                FormInput.textOrNull(source));
        input.end();
        return made;
    }
}
