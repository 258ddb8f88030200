package fledge.amendment;

import fledge.monitoring.LineContent;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cell that an amendment names: what stood in it, and what was written instead. */
@Entity
class AmendmentLine extends CityOwned {

    private UUID amendmentId;
    private UUID lineId;
    private int position;
    private @Nullable BigDecimal oldValue;
    private @Nullable String oldWording;
    private @Nullable BigDecimal newValue;
    private @Nullable String newWording;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected AmendmentLine() {}

    AmendmentLine(UUID amendmentId, UUID lineId, int position, LineContent before) {
        this.amendmentId = amendmentId;
        this.lineId = lineId;
        this.position = position;
        this.oldValue = before.value();
        this.oldWording = before.wording();
    }

    /** Keeps what was written last: of an amendment that lapses it is all that stays of the draft. */
    void keep(LineContent now) {
        newValue = now.value();
        newWording = now.wording();
    }

    UUID amendmentId() {
        return amendmentId;
    }

    int position() {
        return position;
    }

    UUID lineId() {
        return lineId;
    }

    LineContent before() {
        return new LineContent(oldValue, oldWording, "");
    }

    LineContent after() {
        return new LineContent(newValue, newWording, "");
    }
}
