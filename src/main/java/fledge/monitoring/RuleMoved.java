package fledge.monitoring;

import fledge.kernel.StatusMoved;

/** A version of a plausibility rule went from one state to another. */
public record RuleMoved(Subject subject, RuleAction way, RuleStatus from, RuleStatus to, String why)
        implements StatusMoved {

    @Override
    public String machine() {
        return "Rule";
    }
}
