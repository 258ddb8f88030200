package fledge.programme;

import fledge.kernel.Measure;
import fledge.programme.rules.Operator;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A figure that a document prints about the past. */
@Entity
class PrintedActual extends CityOwned {

    @Column
    private UUID programmeId;

    private @Nullable UUID indicatorId;

    @Column
    private int position;

    @Column
    private String topicZh;

    @Column
    private String topicEn;

    @Column
    private String nameZh;

    @Column
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private Operator operator;

    private @Nullable BigDecimal value;
    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    private @Nullable String printedPeriod;
    private @Nullable Integer inferredYear;

    @Enumerated(EnumType.STRING)
    private PeriodKind periodKind;

    private @Nullable BigDecimal yoyPercent;
    private @Nullable String note;
    private @Nullable String sourceDocument;
    private @Nullable Integer sourceLine;
    private @Nullable String sourceQuote;

    protected PrintedActual() {}

    PrintedActual(UUID programmeId, int position, NewPrintedActual made) {
        this.programmeId = programmeId;
        this.indicatorId = made.indicatorId();
        this.position = position;
        this.topicZh = made.topic().zh();
        this.topicEn = made.topic().en();
        this.nameZh = made.name().zh();
        this.nameEn = made.name().en();
        this.operator = made.operator();
        this.value = made.value();
        this.text = made.text();
        this.measure = made.measure();
        this.printedPeriod = made.printedPeriod();
        this.inferredYear = made.inferredYear();
        this.periodKind = made.periodKind();
        this.yoyPercent = made.yoyPercent();
        this.note = made.note();
        this.sourceDocument = made.source().document();
        this.sourceLine = made.source().line();
        this.sourceQuote = made.source().quote();
    }

    PrintedActualView view() {
        return new PrintedActualView(
                id(),
                programmeId,
                indicatorId,
                position,
                topicZh,
                topicEn,
                nameZh,
                nameEn,
                operator,
                value,
                measure,
                text,
                printedPeriod,
                inferredYear,
                periodKind,
                yoyPercent,
                note,
                new Source(sourceDocument, sourceLine, sourceQuote));
    }
}
