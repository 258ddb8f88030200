package fledge.template;

import fledge.kernel.Period;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One version of the form that a programme's returns are (报表表式). What it says is written once, and the database lets nobody
 * write it again; only where it stands, and until when it holds, changes.
 */
@Entity
@DynamicUpdate
class ReportTemplate extends CityOwned {

    private UUID programmeId;
    private int edition;
    private String name;
    private String formCode;
    private String issuer;
    private String approvalNo;
    private @Nullable LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private Respondents respondents;

    @Enumerated(EnumType.STRING)
    private Frequency frequency;

    private int effectiveFrom;
    private @Nullable Integer effectiveUntil;

    @Enumerated(EnumType.STRING)
    private TemplateStatus status;

    private Instant since;
    private UUID madeBy;
    private Instant madeAt;
    private @Nullable UUID approvedBy;
    private @Nullable Instant approvedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReportTemplate() {}

    ReportTemplate(int edition, NewTemplate made, UUID person, Instant now) {
        this.programmeId = made.programmeId();
        this.edition = edition;
        this.name = made.name();
        this.formCode = made.head().formCode();
        this.issuer = made.head().issuer();
        this.approvalNo = made.head().approvalNo();
        this.validUntil = made.head().validUntil();
        this.respondents = made.respondents();
        this.frequency = made.frequency();
        this.effectiveFrom = made.effectiveFrom().index();
        this.status = TemplateStatus.DRAFT;
        this.since = now;
        this.madeBy = person;
        this.madeAt = now;
    }

    /** Lets the version come into force; never by who wrote it. */
    void approve(UUID person, Instant now) {
        if (person.equals(madeBy)) {
            throw new RuleRefused(Reason.of("template.refused.same-person"));
        }
        move(TemplateAction.APPROVE, now);
        approvedBy = person;
        approvedAt = now;
    }

    void takeEffect(Instant now) {
        move(TemplateAction.TAKE_EFFECT, now);
    }

    void supersede(Instant now) {
        move(TemplateAction.SUPERSEDE, now);
    }

    /** From that period on a newer version asks instead; before its own first period means that it never does. */
    void holdUntil(Period next) {
        effectiveUntil = Math.max(effectiveFrom, next.index());
    }

    private void move(TemplateAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("template.refused.state", action, status));
        }
        status = action.to();
        since = now;
    }

    UUID programmeId() {
        return programmeId;
    }

    int edition() {
        return edition;
    }

    String name() {
        return name;
    }

    TemplateHead head() {
        return new TemplateHead(formCode, issuer, approvalNo, validUntil);
    }

    Respondents respondents() {
        return respondents;
    }

    Frequency frequency() {
        return frequency;
    }

    Period effectiveFrom() {
        return Period.ofIndex(effectiveFrom);
    }

    TemplateStatus status() {
        return status;
    }

    /** Whether it was approved and no newer version has ended it. */
    boolean isLast() {
        return approvedAt != null && effectiveUntil == null;
    }

    /** Whether it is what asks for that period. */
    boolean asksFor(Period period) {
        return effectiveFrom <= period.index() && asksFromOn(period);
    }

    /** Whether it is what asks for that period or any later one. */
    boolean asksFromOn(Period period) {
        return approvedAt != null && (effectiveUntil == null || period.index() < effectiveUntil);
    }

    TemplateView view(List<TemplateItem> items) {
        return new TemplateView(
                id(),
                version(),
                programmeId,
                edition,
                name,
                head(),
                respondents,
                frequency,
                effectiveFrom(),
                effectiveUntil == null ? null : Period.ofIndex(effectiveUntil),
                status,
                since,
                madeBy,
                madeAt,
                approvedBy,
                approvedAt,
                items.stream().map(TemplateItem::view).toList());
    }
}
