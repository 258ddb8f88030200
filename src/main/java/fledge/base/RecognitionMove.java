package fledge.base;

import fledge.base.rules.Grade;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody writes when they move a recognition; each action asks for some of it. */
public record RecognitionMove(
        RecognitionAction action,
        String words,
        String experts,
        @Nullable BigDecimal score,
        String documentNo,
        @Nullable LocalDate from,
        @Nullable Integer years,
        boolean model,
        @Nullable Integer year,
        @Nullable Grade grade) {}
