package fledge.template;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a version of a report template: whence, whither, and by which right; null comes by itself. */
public enum TemplateAction implements Labelled {
    APPROVE(Right.TEMPLATE_APPROVE, TemplateStatus.APPROVED, TemplateStatus.DRAFT),
    /** Its first period begins. */
    TAKE_EFFECT(null, TemplateStatus.EFFECTIVE, TemplateStatus.APPROVED),
    /** A newer version takes its place. */
    SUPERSEDE(null, TemplateStatus.SUPERSEDED, TemplateStatus.DRAFT, TemplateStatus.APPROVED, TemplateStatus.EFFECTIVE);

    private final @Nullable Right right;
    private final TemplateStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<TemplateStatus> from;

    TemplateAction(@Nullable Right right, TemplateStatus to, TemplateStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public TemplateStatus to() {
        return to;
    }

    public boolean leavesFrom(TemplateStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "template.action." + name();
    }
}
