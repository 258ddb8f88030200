package fledge.monitoring;

import fledge.kernel.Period;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.RuleTerms;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The plausibility rules that judge a programme's returns of a period; a month is judged as its quarter is. */
@Component
class RulesInForce {

    private final PlausibilityRuleRepository rules;

    RulesInForce(PlausibilityRuleRepository rules) {
        this.rules = rules;
    }

    List<RuleTerms> of(UUID programmeId, Period period) {
        return rules.judging(programmeId, period.quarter().index()).stream()
                .map(PlausibilityRule::terms)
                .toList();
    }

    /** The same without what looks at other units, whose figures come and go while this return is being signed. */
    static List<RuleTerms> withoutPeers(List<RuleTerms> rules) {
        return rules.stream()
                .filter(rule -> rule.kind() != CheckRule.UNUSUAL_AMONG_PEERS)
                .toList();
    }

    /** Whether any of them looks further back than last quarter and last year. */
    static boolean lookBack(List<RuleTerms> rules) {
        return rules.stream()
                .anyMatch(rule -> rule.kind() == CheckRule.UNUSUAL_FOR_UNIT
                        || (rule.kind() == CheckRule.SAME_AS_LAST_QUARTER && rule.least() > 1));
    }
}
