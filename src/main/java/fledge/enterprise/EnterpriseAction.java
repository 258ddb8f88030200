package fledge.enterprise;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;

/** What the registration authority did to an enterprise: whence, whither, and by which right an officer records it. */
public enum EnterpriseAction implements Labelled {
    SUSPEND(EnterpriseStatus.SUSPENDED, EnterpriseStatus.ACTIVE),
    RESUME(EnterpriseStatus.ACTIVE, EnterpriseStatus.SUSPENDED),
    REVOKE(EnterpriseStatus.REVOKED, EnterpriseStatus.ACTIVE, EnterpriseStatus.SUSPENDED),
    RESTORE(EnterpriseStatus.ACTIVE, EnterpriseStatus.REVOKED),
    CANCEL(EnterpriseStatus.CANCELLED, EnterpriseStatus.ACTIVE, EnterpriseStatus.SUSPENDED, EnterpriseStatus.REVOKED);

    private final EnterpriseStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<EnterpriseStatus> from;

    EnterpriseAction(EnterpriseStatus to, EnterpriseStatus... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    public Right right() {
        return Right.ENTERPRISE_MANAGE;
    }

    public EnterpriseStatus to() {
        return to;
    }

    public boolean leavesFrom(EnterpriseStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "enterprise.action." + name();
    }
}
