package fledge.monitoring;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a version of a plausibility rule: whence, whither, and by which right; null comes with another act. */
public enum RuleAction implements Labelled {
    TRY(Right.RULE_MAKE, RuleStatus.TESTED, RuleStatus.DRAFT, RuleStatus.TESTED),
    ENFORCE(Right.RULE_ENFORCE, RuleStatus.IN_FORCE, RuleStatus.TESTED),
    /** A newer version takes its place. */
    SUPERSEDE(null, RuleStatus.RETIRED, RuleStatus.DRAFT, RuleStatus.TESTED, RuleStatus.IN_FORCE),
    RETIRE(Right.RULE_MAKE, RuleStatus.RETIRED, RuleStatus.DRAFT, RuleStatus.TESTED, RuleStatus.IN_FORCE);

    private final @Nullable Right right;
    private final RuleStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<RuleStatus> from;

    RuleAction(@Nullable Right right, RuleStatus to, RuleStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public RuleStatus to() {
        return to;
    }

    public boolean leavesFrom(RuleStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "monitoring.ruleAction." + name();
    }
}
