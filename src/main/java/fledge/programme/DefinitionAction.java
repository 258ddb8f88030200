package fledge.programme;

import static fledge.programme.DefinitionStatus.*;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a version of a definition: whence, whither, and by which right; null is the calendar. */
public enum DefinitionAction implements Labelled {
    REVISE(Right.PROGRAMME_EDIT, DRAFT, DRAFT, TESTED),
    BRIDGE(Right.PROGRAMME_EDIT, DRAFT, DRAFT),
    TEST(Right.PROGRAMME_EDIT, TESTED, DRAFT),
    SEND_BACK(Right.DEFINITION_APPROVE, DRAFT, TESTED),
    APPROVE(Right.DEFINITION_APPROVE, APPROVED, TESTED),
    WITHDRAW(Right.PROGRAMME_EDIT, WITHDRAWN, DRAFT, TESTED),
    TAKE_EFFECT(null, EFFECTIVE, APPROVED),
    SUPERSEDE(null, SUPERSEDED, EFFECTIVE);

    private final @Nullable Right right;
    private final DefinitionStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<DefinitionStatus> from;

    DefinitionAction(@Nullable Right right, DefinitionStatus to, DefinitionStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public DefinitionStatus to() {
        return to;
    }

    public boolean leavesFrom(DefinitionStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "programme.definition-action." + name();
    }
}
