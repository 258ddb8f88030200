package fledge.base;

import fledge.kernel.Month;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A milestone of a base (节点): what is due in which month, and in which it was reached. */
@Entity
@Table(name = "base_milestone")
@DynamicUpdate
class Milestone extends CityOwned {

    private UUID baseId;
    private String what;
    private int due;
    private @Nullable Integer reached;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Milestone() {}

    Milestone(UUID baseId, String what, Month due) {
        this.baseId = baseId;
        this.what = what;
        this.due = due.index();
    }

    void reach(Month month) {
        reached = month.index();
    }

    UUID baseId() {
        return baseId;
    }

    String what() {
        return what;
    }

    boolean isReached() {
        return reached != null;
    }

    MilestoneView view() {
        return new MilestoneView(id(), what, Month.ofIndex(due), reached == null ? null : Month.ofIndex(reached));
    }
}
