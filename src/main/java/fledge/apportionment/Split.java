package fledge.apportionment;

import fledge.programme.SplitLaw;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one indicator is split in a target set. */
@Entity
class Split extends CityOwned {

    private UUID setId;
    private UUID indicatorId;

    @Enumerated(EnumType.STRING)
    private SplitLaw law;

    private boolean quarterly;

    @Enumerated(EnumType.STRING)
    private @Nullable SplitMethod method;

    private @Nullable String basis;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Split() {}

    Split(UUID setId, UUID indicatorId, SplitLaw law) {
        this.setId = setId;
        this.indicatorId = indicatorId;
        this.law = law;
    }

    /** The same indicator in another draft. */
    Split copyTo(UUID otherSet) {
        Split copy = new Split(otherSet, indicatorId, law);
        copy.quarterly = quarterly;
        copy.method = method;
        copy.basis = basis;
        return copy;
    }

    void inQuarters(boolean quarterly) {
        this.quarterly = quarterly;
    }

    void found(SplitMethod method, @Nullable String basis) {
        this.method = method;
        if (basis != null) {
            this.basis = basis;
        }
    }

    UUID setId() {
        return setId;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    SplitLaw law() {
        return law;
    }

    boolean quarterly() {
        return quarterly;
    }

    @Nullable
    SplitMethod method() {
        return method;
    }

    @Nullable
    String basis() {
        return basis;
    }
}
