package fledge.base;

import fledge.kernel.Measure;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a document wants of the city's bases in number (文件要求); it is written once. */
@Entity
@Table(name = "base_intention")
@Immutable
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

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Intention() {}

    Intention(NewIntention made) {
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

    NewIntention view() {
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
}
