package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.monitoring.rules.RuleTerms;
import fledge.programme.rules.Item;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a plausibility rule (校验规则). What it says is written once, and the database lets nobody write it again;
 * only where it stands changes.
 */
@Entity
@DynamicUpdate
class PlausibilityRule extends CityOwned {

    private int number;
    private int edition;
    private String name;

    @Enumerated(EnumType.STRING)
    private CheckRule kind;

    @Enumerated(EnumType.STRING)
    private FindingClass findingClass;

    private @Nullable UUID programmeId;
    private @Nullable UUID subjectId;

    @Enumerated(EnumType.STRING)
    private @Nullable Item subjectItem;

    private @Nullable UUID otherId;

    @Enumerated(EnumType.STRING)
    private @Nullable Item otherItem;

    private @Nullable UUID thirdId;

    @Enumerated(EnumType.STRING)
    private @Nullable Item thirdItem;

    private @Nullable BigDecimal threshold;
    private @Nullable BigDecimal lowerBound;
    private @Nullable BigDecimal upperBound;
    private int least;
    private String message;
    private @Nullable UUID ownerUnitId;
    private @Nullable Integer validFrom;
    private @Nullable Integer validUntil;

    @Enumerated(EnumType.STRING)
    private RuleStatus status;

    private Instant since;
    private @Nullable UUID madeBy;
    private Instant madeAt;
    private @Nullable UUID triedBy;
    private @Nullable Instant triedAt;
    private @Nullable UUID enforcedBy;
    private @Nullable Instant enforcedAt;
    private @Nullable UUID retiredBy;
    private @Nullable Instant retiredAt;
    private String retireReason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected PlausibilityRule() {}

    PlausibilityRule(int number, int edition, NewRule made, UUID person, Instant now) {
        this(number, edition, made.name(), made.kind(), made.findingClass(), made.programmeId(), now);
        NewRule.Cell subject = made.subject();
        NewRule.Cell other = made.other();
        NewRule.Cell third = made.third();
        this.subjectId = subject == null ? null : subject.indicatorId();
        this.subjectItem = subject == null ? null : subject.item();
        this.otherId = other == null ? null : other.indicatorId();
        this.otherItem = other == null ? null : other.item();
        this.thirdId = third == null ? null : third.indicatorId();
        this.thirdItem = third == null ? null : third.item();
        this.threshold = made.threshold();
        this.lowerBound = made.lower();
        this.upperBound = made.upper();
        this.least = made.least();
        this.message = made.message();
        this.ownerUnitId = made.ownerUnitId();
        this.validFrom = made.validFrom() == null ? null : made.validFrom().index();
        this.status = RuleStatus.DRAFT;
        this.madeBy = person;
    }

    private PlausibilityRule(
            int number,
            int edition,
            String name,
            CheckRule kind,
            FindingClass findingClass,
            @Nullable UUID programmeId,
            Instant now) {
        this.number = number;
        this.edition = edition;
        this.name = name;
        this.kind = kind;
        this.findingClass = findingClass;
        this.programmeId = programmeId;
        this.message = "";
        this.status = RuleStatus.DRAFT;
        this.since = now;
        this.madeAt = now;
        this.retireReason = "";
    }

    /** One of the rules that every programme begins with: nobody made it, and it is in force at once. */
    static PlausibilityRule usual(int number, RuleTerms terms, UUID programmeId, Instant now) {
        var rule = new PlausibilityRule(number, 1, "", terms.kind(), terms.findingClass(), programmeId, now);
        rule.threshold = terms.threshold();
        rule.least = terms.least();
        rule.status = RuleStatus.IN_FORCE;
        rule.enforcedAt = now;
        return rule;
    }

    void tried(UUID person, Instant now) {
        move(RuleAction.TRY, now);
        triedBy = person;
        triedAt = now;
    }

    /** Puts the rule in force; never by who made it. */
    void enforce(UUID person, Instant now) {
        if (person.equals(madeBy)) {
            throw new RuleRefused(Reason.of("monitoring.rule.refused.same-person"));
        }
        move(RuleAction.ENFORCE, now);
        enforcedBy = person;
        enforcedAt = now;
    }

    /** A newer version judges from that quarter on, what came before stays with this one; without a quarter, nothing does. */
    void supersede(@Nullable Quarter from, Instant now) {
        move(RuleAction.SUPERSEDE, now);
        retiredAt = now;
        validUntil = from == null ? null : from.index();
    }

    void retire(UUID person, String reason, Instant now) {
        move(RuleAction.RETIRE, now);
        retiredBy = person;
        retiredAt = now;
        retireReason = reason;
    }

    private void move(RuleAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("monitoring.rule.refused.state", action, status));
        }
        status = action.to();
        since = now;
    }

    int number() {
        return number;
    }

    int edition() {
        return edition;
    }

    RuleStatus status() {
        return status;
    }

    @Nullable
    UUID programmeId() {
        return programmeId;
    }

    RuleTerms terms() {
        RuleTerms.Scope scope = subjectId != null
                ? RuleTerms.Scope.INDICATOR
                : programmeId != null ? RuleTerms.Scope.PROGRAMME : RuleTerms.Scope.CITY;
        return new RuleTerms(
                id().toString(),
                kind,
                findingClass,
                scope,
                operand(subjectId, subjectItem),
                operand(otherId, otherItem),
                operand(thirdId, thirdItem),
                threshold,
                lowerBound,
                upperBound,
                least);
    }

    private static RuleTerms.@Nullable Operand operand(@Nullable UUID indicatorId, @Nullable Item item) {
        return indicatorId == null ? null : new RuleTerms.Operand(indicatorId.toString(), item);
    }

    RuleView view() {
        return new RuleView(
                id(),
                version(),
                number,
                edition,
                name,
                terms(),
                programmeId,
                message,
                ownerUnitId,
                validFrom == null ? null : Quarter.ofIndex(validFrom),
                validUntil == null ? null : Quarter.ofIndex(validUntil),
                status,
                since,
                madeBy,
                madeAt,
                triedBy,
                triedAt,
                enforcedBy,
                enforcedAt,
                retiredBy,
                retiredAt,
                retireReason);
    }
}
