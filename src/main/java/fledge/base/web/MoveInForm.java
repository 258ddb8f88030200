package fledge.base.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An enterprise that moves in, as typed: its code, the day, and what it rents and employs if that is known. */
record MoveInForm(
        @Nullable String creditCode,
        @Nullable String movedInOn,
        @Nullable String area,
        @Nullable String people) {

    /** What was typed. */
    record Read(
            String creditCode,
            LocalDate movedInOn,
            @Nullable BigDecimal areaM2,
            @Nullable Integer people) {}

    Read read() {
        var typed = new Typed();
        return typed.refuse(new Read(
                Typed.text(creditCode),
                typed.day("movedInOn", movedInOn),
                typed.optionalNumber("area", area),
                Typed.text(people).isEmpty() ? null : typed.whole("people", people)));
    }
}
