package fledge.template;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a version of a report template stands; {@link TemplateAction} declares the ways between. */
public enum TemplateStatus implements Labelled {
    DRAFT,
    /** Approved by a second person; its first period has not begun. */
    APPROVED,
    EFFECTIVE,
    SUPERSEDED;

    public Set<TemplateAction> actions() {
        var actions = EnumSet.noneOf(TemplateAction.class);
        Arrays.stream(TemplateAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "template.status." + name();
    }
}
