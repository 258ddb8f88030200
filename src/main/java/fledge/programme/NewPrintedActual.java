package fledge.programme;

import fledge.kernel.Measure;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A figure a document prints about the past, its value in the base unit of the measure, or its words. */
public record NewPrintedActual(
        @Nullable UUID indicatorId,
        Bilingual topic,
        Bilingual name,
        Operator operator,
        @Nullable BigDecimal value,
        Measure measure,
        @Nullable String text,
        @Nullable String printedPeriod,
        @Nullable Integer inferredYear,
        PeriodKind periodKind,
        @Nullable BigDecimal yoyPercent,
        @Nullable String note,
        Source source) {}
