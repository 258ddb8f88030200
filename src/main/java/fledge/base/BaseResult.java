package fledge.base;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a base promised for a year, or is said to have reached; a newer number of the same thing takes its place. */
@Entity
@DynamicUpdate
class BaseResult extends CityOwned {

    private UUID baseId;

    @Enumerated(EnumType.STRING)
    private ResultNature nature;

    @Enumerated(EnumType.STRING)
    private ResultTopic topic;

    private @Nullable Integer year;

    @Enumerated(EnumType.STRING)
    private Precision precision;

    private BigDecimal value;
    private String document;
    private @Nullable Integer line;
    private String quote;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected BaseResult() {}

    @SuppressWarnings("NullAway") // write fills the rest
    BaseResult(UUID baseId, NewResult result) {
        this.baseId = baseId;
        this.nature = result.nature();
        this.topic = result.topic();
        this.year = result.year();
        write(result);
    }

    void write(NewResult result) {
        precision = result.precision();
        value = result.value();
        document = result.source().document();
        line = result.source().line();
        quote = result.source().quote();
    }

    UUID baseId() {
        return baseId;
    }

    NewResult view() {
        return new NewResult(nature, topic, year, precision, value, new Source(document, line, quote));
    }
}
