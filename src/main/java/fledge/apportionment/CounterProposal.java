package fledge.apportionment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a unit offers instead (反馈意见): its number, why, and what proves it. */
public record CounterProposal(BigDecimal value, @Nullable BigDecimal denominator, String reason, String evidence) {}
