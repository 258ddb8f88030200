package fledge.monitoring;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside findings when they are explained or judged: the reasons to choose from, the rules that hit, and what the
 * unit said of the same cell and check a quarter before.
 */
public record ExplanationBackground(
        List<ExplanationReasonView> reasons, Map<UUID, RuleView> rules, List<FindingView> lastQuarter) {

    /** The unit's last words on the same cell and check. */
    public @Nullable FindingView before(FindingView finding) {
        return lastQuarter.stream()
                .filter(earlier -> earlier.rule() == finding.rule()
                        && earlier.item() == finding.item()
                        && earlier.indicatorId().equals(finding.indicatorId()))
                .findFirst()
                .orElse(null);
    }

    public @Nullable RuleView rule(FindingView finding) {
        return finding.ruleId() == null ? null : rules.get(finding.ruleId());
    }

    /** The reason of that code, offered or not. */
    public @Nullable ExplanationReasonView reason(@Nullable String code) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The reasons that are offered, and the one that stands already. */
    public Stream<ExplanationReasonView> choices(@Nullable String chosen) {
        return reasons.stream()
                .filter(reason -> !reason.retired() || reason.code().equals(chosen));
    }
}
