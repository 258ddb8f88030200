package fledge.base;

import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a document wants of the city's bases in number (文件要求); what was written wrongly is put right or withdrawn with a reason. */
@Entity
@Table(name = "base_intention")
@DynamicUpdate
class Intention extends CityOwned {

    private String nameZh;
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private @Nullable IntentionCount counted;

    @Enumerated(EnumType.STRING)
    private Precision precision;

    private BigDecimal value;
    private @Nullable BigDecimal upper;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    private @Nullable Integer fromYear;
    private @Nullable Integer toYear;
    private String document;
    private @Nullable Integer line;
    private String quote;
    private String changeReason;
    private @Nullable UUID changedBy;
    private @Nullable Instant changedAt;
    private boolean withdrawn;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Intention() {}

    @SuppressWarnings("NullAway") // write fills the rest
    Intention(NewIntention made) {
        write(made);
        this.changeReason = "";
    }

    /** Puts right what was written. */
    void correct(NewIntention made, String why, UUID person, Instant now) {
        refuseWithdrawn();
        write(made);
        change(why, person, now);
    }

    /** It is no wish of the document, or no longer one; it counts nowhere from now on. */
    void withdraw(String why, UUID person, Instant now) {
        refuseWithdrawn();
        withdrawn = true;
        change(why, person, now);
    }

    private void refuseWithdrawn() {
        if (withdrawn) {
            throw new RuleRefused(Reason.of("base.refused.wish-withdrawn"));
        }
    }

    private void change(String why, UUID person, Instant now) {
        changeReason = why;
        changedBy = person;
        changedAt = now;
    }

    private void write(NewIntention made) {
        this.nameZh = made.nameZh();
        this.nameEn = made.nameEn();
        this.counted = made.counted();
        this.precision = made.precision();
        this.value = made.value();
        this.upper = made.upper();
        this.measure = made.measure();
        this.fromYear = made.fromYear();
        this.toYear = made.toYear();
        this.document = made.source().document();
        this.line = made.source().line();
        this.quote = made.source().quote();
    }

    NewIntention terms() {
        return new NewIntention(
                nameZh,
                nameEn,
                counted,
                precision,
                value,
                upper,
                measure,
                fromYear,
                toYear,
                new Source(document, line, quote));
    }

    IntentionView view() {
        return new IntentionView(id(), version(), terms(), changeReason, changedBy, changedAt, withdrawn);
    }
}
