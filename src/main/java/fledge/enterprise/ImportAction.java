package fledge.enterprise;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to an import: whence, whither, and by which right; null is done by the job. */
public enum ImportAction implements Labelled {
    /** Every row was read and checked. */
    TAKE_IN(null, ImportStatus.READ, ImportStatus.RECEIVED),
    /** The file cannot be read to its end. */
    REFUSE(null, ImportStatus.REFUSED, ImportStatus.RECEIVED),
    CONFIRM(Right.ENTERPRISE_MANAGE, ImportStatus.CONFIRMED, ImportStatus.READ),
    /** Whoever confirmed it may not write any more; what is left waits for somebody else's word. */
    HALT(null, ImportStatus.READ, ImportStatus.CONFIRMED),
    FINISH(null, ImportStatus.DONE, ImportStatus.CONFIRMED),
    DISCARD(Right.ENTERPRISE_MANAGE, ImportStatus.DISCARDED, ImportStatus.RECEIVED, ImportStatus.READ);

    private final @Nullable Right right;
    private final ImportStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<ImportStatus> from;

    ImportAction(@Nullable Right right, ImportStatus to, ImportStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public ImportStatus to() {
        return to;
    }

    public boolean leavesFrom(ImportStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "enterprise.import.action." + name();
    }
}
