package fledge.representative;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;

/**
 * What is done with a claim: whence, whither, and by which rights; who holds {@link Right#CLERK_CONFIRM} decides about the clerks of
 * their own enterprise only. Some of it the claimant does as well.
 */
public enum RepresentativeAction implements Labelled {
    CONFIRM(RepresentativeStatus.CLAIMED, RepresentativeStatus.CONFIRMED, false, true),
    REFUSE(RepresentativeStatus.CLAIMED, RepresentativeStatus.REFUSED, false, true),
    WITHDRAW(RepresentativeStatus.CLAIMED, RepresentativeStatus.WITHDRAWN, true, false),
    END(RepresentativeStatus.CONFIRMED, RepresentativeStatus.ENDED, true, true);

    private final RepresentativeStatus from;
    private final RepresentativeStatus to;
    private final boolean byClaimant;
    private final boolean byOthers;

    RepresentativeAction(RepresentativeStatus from, RepresentativeStatus to, boolean byClaimant, boolean byOthers) {
        this.from = from;
        this.to = to;
        this.byClaimant = byClaimant;
        this.byOthers = byOthers;
    }

    public RepresentativeStatus from() {
        return from;
    }

    public RepresentativeStatus to() {
        return to;
    }

    /** Whether who claimed it does it. */
    public boolean isByClaimant() {
        return byClaimant;
    }

    /** The rights by which others do it. */
    public Set<Right> rights() {
        return byOthers ? Set.of(Right.REPRESENTATIVE_CONFIRM, Right.CLERK_CONFIRM) : Set.of();
    }

    @Override
    public String labelKey() {
        return "representative.action." + name();
    }
}
