package fledge.monitoring;

import fledge.kernel.Reason;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.rules.Item;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding of the checks, as pages show it.
 *
 * @param ruleId the version of the officials' rule that hit; absent for a fixed check
 * @param settled whether the explanation is enough for the return to pass
 */
public record FindingView(
        UUID id,
        UUID indicatorId,
        Item item,
        CheckRule rule,
        FindingClass findingClass,
        @Nullable UUID ruleId,
        List<Serializable> arguments,
        @Nullable String reasonCode,
        String explanation,
        @Nullable UUID explainedBy,
        boolean settled,
        @Nullable ExplanationVerdict verdict,
        String verdictText,
        @Nullable UUID verdictBy) {

    public Reason message() {
        return new Reason(null, rule.messageKey(), arguments);
    }
}
