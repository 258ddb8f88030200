package fledge.base.web;

import fledge.base.RecognitionAction;
import fledge.base.RecognitionMove;
import fledge.base.rules.Grade;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.TypedNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A move of a recognition as typed. */
record RecognitionForm(
        @Nullable String action,
        @Nullable String words,
        @Nullable String experts,
        @Nullable String score,
        @Nullable String documentNo,
        @Nullable String from,
        @Nullable String years,
        @Nullable String model,
        @Nullable String year,
        @Nullable String grade) {

    RecognitionMove read() {
        RecognitionAction move = Typed.constant(action, RecognitionAction.class);
        if (move == null || move.right() == null) {
            throw new RuleRefused(Reason.of("recognition.refused.action"));
        }
        var typed = new Typed();
        LocalDate day = Typed.text(from).isEmpty() ? null : typed.day("from", from);
        return typed.refuse(new RecognitionMove(
                move,
                Typed.text(words),
                Typed.text(experts),
                typed.optionalNumber("score", score),
                Typed.text(documentNo),
                day,
                Typed.text(years).isEmpty() ? null : TypedNumber.whole(years).orElse(0),
                "true".equals(model),
                typed.optionalYear("year", year),
                typed.optionalChoice("grade", grade, Grade.class)));
    }
}
