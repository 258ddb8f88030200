package fledge.monitoring;

import fledge.kernel.Reason;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.rules.Item;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding of the checks, as pages show it. */
public record FindingView(
        UUID id,
        UUID indicatorId,
        Item item,
        CheckRule rule,
        FindingClass findingClass,
        List<Serializable> arguments,
        String explanation,
        @Nullable UUID explainedBy,
        @Nullable ExplanationVerdict verdict,
        @Nullable UUID verdictBy) {

    public Reason message() {
        return new Reason(null, rule.messageKey(), arguments);
    }
}
