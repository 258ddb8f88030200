package fledge.programme;

import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of what an indicator counts (口径): drafted by one person, approved by another, and then never rewritten. */
@Entity
class IndicatorDefinition extends CityOwned {

    @Column
    private UUID programmeId;

    @Column
    private UUID indicatorId;

    @Column
    private int number;

    private @Nullable Integer validFrom;
    private @Nullable String definitionZh;
    private @Nullable String definitionEn;
    private @Nullable String formulaText;
    private @Nullable String numeratorZh;
    private @Nullable String numeratorEn;
    private @Nullable String denominatorZh;
    private @Nullable String denominatorEn;
    private @Nullable String population;
    private @Nullable String dataSource;
    private @Nullable String legalBasis;
    private @Nullable String reason;
    private @Nullable String incomparable;

    @Enumerated(EnumType.STRING)
    private DefinitionStatus status;

    private @Nullable String remark;
    private @Nullable UUID madeBy;

    @Column
    private Instant madeAt;

    private @Nullable UUID revisedBy;
    private @Nullable UUID approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String documentNo;

    protected IndicatorDefinition() {}

    /** The first version: what the indicator is published with. */
    IndicatorDefinition(Indicator published, Instant now) {
        this.programmeId = published.programme().id();
        this.indicatorId = published.id();
        this.number = 1;
        this.status = DefinitionStatus.APPROVED;
        this.madeAt = now;
        describe(published.definition());
        this.dataSource = published.sourceDocument();
    }

    /** A later version, as a draft. */
    IndicatorDefinition(Indicator indicator, int number, NewDefinition made, UUID person, Instant now) {
        this.programmeId = indicator.programme().id();
        this.indicatorId = indicator.id();
        this.number = number;
        this.status = DefinitionStatus.DRAFT;
        this.madeBy = person;
        this.madeAt = now;
        describe(made);
    }

    void revise(UUID person) {
        move(DefinitionAction.REVISE);
        revisedBy = person;
    }

    void bridge() {
        move(DefinitionAction.BRIDGE);
    }

    void test() {
        move(DefinitionAction.TEST);
        remark = null;
    }

    void sendBack(String why) {
        move(DefinitionAction.SEND_BACK);
        remark = why;
    }

    void withdraw(String why) {
        move(DefinitionAction.WITHDRAW);
        remark = why;
    }

    void approve(String document, UUID person, Instant now) {
        if (person.equals(madeBy) || person.equals(revisedBy)) {
            throw new RuleRefused(Reason.of("programme.definition.samePerson"));
        }
        move(DefinitionAction.APPROVE);
        documentNo = document;
        approvedBy = person;
        approvedAt = now;
    }

    private void move(DefinitionAction action) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("programme.definition.state", action, status));
        }
        status = action.to();
    }

    void describe(NewDefinition made) {
        describe(made.content());
        validFrom = made.validFrom() == null ? null : made.validFrom().index();
        population = made.population();
        dataSource = made.dataSource();
        legalBasis = made.legalBasis();
        reason = made.reason();
        incomparable = made.incomparable();
    }

    private void describe(Definition content) {
        definitionZh = Bilingual.zhOf(content.text());
        definitionEn = Bilingual.enOf(content.text());
        formulaText = content.formula();
        numeratorZh = Bilingual.zhOf(content.numerator());
        numeratorEn = Bilingual.enOf(content.numerator());
        denominatorZh = Bilingual.zhOf(content.denominator());
        denominatorEn = Bilingual.enOf(content.denominator());
    }

    UUID indicatorId() {
        return indicatorId;
    }

    UUID programmeId() {
        return programmeId;
    }

    DefinitionView view(List<BridgedQuarter> bridge) {
        return new DefinitionView(
                id(),
                version(),
                programmeId,
                indicatorId,
                number,
                validFrom == null ? null : Quarter.ofIndex(validFrom),
                new Definition(
                        Bilingual.ofParts(definitionZh, definitionEn),
                        formulaText,
                        Bilingual.ofParts(numeratorZh, numeratorEn),
                        Bilingual.ofParts(denominatorZh, denominatorEn)),
                population,
                dataSource,
                legalBasis,
                reason,
                incomparable,
                status,
                remark,
                madeBy,
                madeAt,
                approvedBy,
                approvedAt,
                documentNo,
                bridge);
    }
}
