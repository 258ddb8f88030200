package fledge.base;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Documents print several values of one number of a base (矛盾); an officer chooses one, once, and says why. */
@Entity
@Table(name = "base_clash")
@DynamicUpdate
class Clash extends CityOwned {

    private UUID baseId;

    @Enumerated(EnumType.STRING)
    private BaseField field;

    private @Nullable UUID foundBy;
    private Instant foundAt;
    private @Nullable UUID chosenSideId;
    private String reason;
    private @Nullable UUID settledBy;
    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Clash() {}

    Clash(UUID baseId, BaseField field, @Nullable UUID person, Instant now) {
        this.baseId = baseId;
        this.field = field;
        this.foundBy = person;
        this.foundAt = now;
        this.reason = "";
    }

    void settle(UUID sideId, String why, UUID person, Instant now) {
        if (settledAt != null) {
            throw new RuleRefused(Reason.of("base.refused.settled-already"));
        }
        chosenSideId = sideId;
        reason = why;
        settledBy = person;
        settledAt = now;
    }

    UUID baseId() {
        return baseId;
    }

    BaseField field() {
        return field;
    }

    ClashView view(List<ClashSide> sides) {
        return new ClashView(
                id(),
                baseId,
                field,
                sides.stream().map(ClashSide::view).toList(),
                foundBy,
                foundAt,
                chosenSideId,
                reason,
                settledBy,
                settledAt);
    }
}
