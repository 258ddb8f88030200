package fledge.amendment;

import fledge.kernel.Period;
import fledge.monitoring.FigureUse;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One object that used the figures an amendment names, as the list said that the approver read. */
@Entity
@Immutable
class AmendmentImpact extends CityOwned {

    private UUID amendmentId;
    private int edition;
    private int position;
    private String kind;
    private @Nullable UUID indicatorId;
    private @Nullable Integer period;
    private @Nullable UUID objectId;
    private String label;
    private String path;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected AmendmentImpact() {}

    AmendmentImpact(UUID amendmentId, int edition, int position, FigureUse use) {
        this.amendmentId = amendmentId;
        this.edition = edition;
        this.position = position;
        this.kind = use.kind();
        this.indicatorId = use.indicatorId();
        this.period = use.period() == null ? null : use.period().index();
        this.objectId = use.objectId();
        this.label = use.label();
        this.path = use.path();
    }

    UUID amendmentId() {
        return amendmentId;
    }

    int edition() {
        return edition;
    }

    int position() {
        return position;
    }

    FigureUse use() {
        return new FigureUse(kind, indicatorId, period == null ? null : Period.ofIndex(period), objectId, label, path);
    }
}
