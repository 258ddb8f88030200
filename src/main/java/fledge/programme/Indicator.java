package fledge.programme;

import fledge.kernel.Measure;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.PaceProfile;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a programme measures (指标). */
@Entity
class Indicator extends CityOwned {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "programme_id")
    private Programme programme;

    @Column
    private String code;

    @Column
    private int position;

    @Column
    private String groupZh;

    @Column
    private String groupEn;

    @Column
    private String nameZh;

    @Column
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    @Enumerated(EnumType.STRING)
    private Measure valueMeasure;

    @Enumerated(EnumType.STRING)
    private Comparison comparison;

    @Enumerated(EnumType.STRING)
    private Accumulation accumulation;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private SplitLaw splitLaw;

    private @Nullable String definitionZh;
    private @Nullable String definitionEn;
    private @Nullable String formulaText;
    private @Nullable String numeratorZh;
    private @Nullable String numeratorEn;
    private @Nullable String denominatorZh;
    private @Nullable String denominatorEn;

    private @Nullable Integer baseYear;
    private @Nullable BigDecimal baseValue;

    @Enumerated(EnumType.STRING)
    private @Nullable FigureStatus baseQuality;

    private @Nullable String baseNote;

    private @Nullable BigDecimal lowerBound;
    private @Nullable BigDecimal upperBound;
    private @Nullable BigDecimal changeBoundPercent;

    @Column
    private boolean mayFall;

    @Enumerated(EnumType.STRING)
    private PaceProfile.Kind paceProfile;

    @Column(name = "pace_q1")
    private @Nullable BigDecimal paceQ1;

    @Column(name = "pace_q2")
    private @Nullable BigDecimal paceQ2;

    @Column(name = "pace_q3")
    private @Nullable BigDecimal paceQ3;

    @Column
    private BigDecimal yellowFrom;

    @Column
    private BigDecimal redFrom;

    private @Nullable Integer finalMonth;
    private @Nullable String sourceDocument;
    private @Nullable Integer sourceLine;
    private @Nullable String sourceQuote;

    protected Indicator() {}

    Indicator(Programme programme, int position, NewIndicator made) {
        this.programme = programme;
        this.position = position;
        describe(made);
    }

    /** Takes every value but its place and programme. */
    final void describe(NewIndicator made) {
        code = made.code();
        groupZh = made.group().zh();
        groupEn = made.group().en();
        nameZh = made.name().zh();
        nameEn = made.name().en();
        measure = made.measure();
        valueMeasure = made.valueMeasure();
        comparison = made.comparison();
        accumulation = made.accumulation();
        direction = made.direction();
        splitLaw = made.splitLaw();
        Definition definition = made.definition();
        definitionZh = Bilingual.zhOf(definition.text());
        definitionEn = Bilingual.enOf(definition.text());
        formulaText = definition.formula();
        numeratorZh = Bilingual.zhOf(definition.numerator());
        numeratorEn = Bilingual.enOf(definition.numerator());
        denominatorZh = Bilingual.zhOf(definition.denominator());
        denominatorEn = Bilingual.enOf(definition.denominator());
        Base base = made.base();
        baseYear = base == null ? null : base.year();
        baseValue = base == null ? null : base.value();
        baseQuality = base == null ? null : base.quality();
        baseNote = base == null ? null : base.note();
        lowerBound = made.bounds().lower();
        upperBound = made.bounds().upper();
        changeBoundPercent = made.bounds().changeBoundPercent();
        mayFall = made.bounds().mayFall();
        PaceProfile profile = made.pace().profile();
        paceProfile = profile.kind();
        paceQ1 = profile.first();
        paceQ2 = profile.second();
        paceQ3 = profile.third();
        yellowFrom = made.pace().yellowFrom();
        redFrom = made.pace().redFrom();
        finalMonth = made.finalMonth();
        sourceDocument = made.source().document();
        sourceLine = made.source().line();
        sourceQuote = made.source().quote();
    }

    Programme programme() {
        return programme;
    }

    String code() {
        return code;
    }

    String nameZh() {
        return nameZh;
    }

    String name(Locale locale) {
        return Bilingual.of(locale, nameZh, nameEn);
    }

    Definition definition() {
        return new Definition(
                Bilingual.ofParts(definitionZh, definitionEn),
                formulaText,
                Bilingual.ofParts(numeratorZh, numeratorEn),
                Bilingual.ofParts(denominatorZh, denominatorEn));
    }

    @Nullable
    String sourceDocument() {
        return sourceDocument;
    }

    IndicatorView view(
            List<TargetView> targets, List<UUID> responsible, List<UUID> reporting, List<DefinitionView> definitions) {
        return new IndicatorView(
                id(),
                programme.id(),
                version(),
                code,
                position,
                groupZh,
                groupEn,
                nameZh,
                nameEn,
                measure,
                valueMeasure,
                comparison,
                accumulation,
                direction,
                definitionZh,
                definitionEn,
                formulaText,
                numeratorZh,
                numeratorEn,
                denominatorZh,
                denominatorEn,
                baseQuality == null ? null : new Base(baseYear, baseValue, baseQuality, baseNote),
                targets,
                responsible,
                reporting,
                new Bounds(lowerBound, upperBound, changeBoundPercent, mayFall),
                yellowFrom,
                redFrom,
                new PaceProfile(paceProfile, paceQ1, paceQ2, paceQ3),
                splitLaw,
                new Source(sourceDocument, sourceLine, sourceQuote),
                programme.startYear(),
                programme.endYear(),
                definitions,
                finalMonth);
    }
}
