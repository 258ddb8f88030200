package fledge.base;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One of the printed values, with where it stands; it is never changed. */
@Entity
@Immutable
class ClashSide extends CityOwned {

    private UUID clashId;

    @Column
    private int position;

    private BigDecimal value;
    private String wording;
    private String document;
    private @Nullable Integer line;
    private String quote;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ClashSide() {}

    ClashSide(UUID clashId, int position, NewSide side) {
        this.clashId = clashId;
        this.position = position;
        this.value = side.value();
        this.wording = side.wording();
        this.document = side.source().document();
        this.line = side.source().line();
        this.quote = side.source().quote();
    }

    UUID clashId() {
        return clashId;
    }

    BigDecimal value() {
        return value;
    }

    ClashView.Side view() {
        return new ClashView.Side(id(), value, wording, new Source(document, line, quote));
    }
}
