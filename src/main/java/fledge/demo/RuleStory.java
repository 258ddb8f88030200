package fledge.demo;

import fledge.access.Role;
import fledge.kernel.Quarter;
import fledge.monitoring.Explanation;
import fledge.monitoring.NewRule;
import fledge.monitoring.PlausibilityService;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.monitoring.rules.RuleTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * What a city did about its plausibility rules: one that was too strict came and went again, one by the unit's own history came
 * once there was history enough, and one more was drafted and waits.
 */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class RuleStory {

    private static final int TOO_STRICT_FROM = 2;
    private static final int TOO_STRICT_UNTIL = 5;
    private static final int HISTORY_FROM = 8;

    /** What clerks say of figures that a statistic finds unusual. */
    private static final List<Explanation> USUAL = List.of(
            new Explanation("SEASON", "该指标受季节影响明显，与往年同期走势一致。"),
            new Explanation("POLICY", "新政策落地后集中办理，已与业务系统核对。"),
            new Explanation("ONE_OFF", "个别大项目集中到位，剔除后与上季持平。"),
            new Explanation("OTHER", "基数较小，数量略有变化增速即偏高。"));

    private final Stage stage;
    private final PlausibilityService rules;
    private final Map<String, UUID> tooStrict = new HashMap<>();

    RuleStory(Stage stage, PlausibilityService rules) {
        this.stage = stage;
        this.rules = rules;
    }

    /** What is decided before a round opens for reports. */
    void before(Town town, UUID programmeId, Quarter quarter, Instant at) {
        int place = town.years().place(quarter);
        if (place == TOO_STRICT_FROM) {
            UUID rule = draft(town, programmeId, at, "环比增速偏离同批单位（试行）", CheckRule.UNUSUAL_AMONG_PEERS, "1", 5);
            put(town, rule, at);
            tooStrict.put(town.city().code(), rule);
        }
        UUID strict = tooStrict.get(town.city().code());
        if (place == TOO_STRICT_UNTIL && strict != null) {
            stage.act(
                    town.city(),
                    at,
                    town.player(Role.PLANNER),
                    () -> rules.retire(strict, "命中过多，说明绝大多数成立，增加基层负担，停止试行。"));
        }
        if (place == HISTORY_FROM) {
            put(
                    town,
                    draft(
                            town,
                            programmeId,
                            at,
                            "偏离本单位历史水平",
                            CheckRule.UNUSUAL_FOR_UNIT,
                            RuleTerms.USUAL_Z.toPlainString(),
                            RuleTerms.LEAST_HISTORY),
                    at);
        }
    }

    /** A rule that was tried and waits for somebody to put it in force. */
    void waiting(Town town, UUID programmeId, Instant at) {
        UUID rule = draft(town, programmeId, at, "环比增速明显偏离同批单位", CheckRule.UNUSUAL_AMONG_PEERS, "3.5", 5);
        stage.act(town.city(), at.plus(Duration.ofMinutes(5)), town.player(Role.PLANNER), () -> rules.tryOut(rule));
    }

    private UUID draft(
            Town town, UUID programmeId, Instant at, String name, CheckRule kind, String threshold, int least) {
        var rule = new UUID[1];
        UUID owner = town.player(Role.PLANNER).appointments().getFirst().unitId();
        stage.act(
                town.city(),
                at,
                town.player(Role.PLANNER),
                () -> rule[0] = rules.draft(new NewRule(
                        name,
                        kind,
                        FindingClass.C,
                        programmeId,
                        null,
                        null,
                        null,
                        new BigDecimal(threshold),
                        null,
                        null,
                        least,
                        "请核对数据来源和计量单位。",
                        owner,
                        null)));
        return rule[0];
    }

    private void put(Town town, UUID rule, Instant at) {
        stage.act(town.city(), at.plus(Duration.ofMinutes(5)), town.player(Role.PLANNER), () -> rules.tryOut(rule));
        stage.act(town.city(), at.plus(Duration.ofMinutes(40)), town.player(Role.DECIDER), () -> rules.enforce(rule));
    }

    /** What a unit says where a statistic asks; nothing where something else does. */
    static @Nullable Explanation explanation(CheckRule rule, String unit, String indicator) {
        return rule.isStatistical() ? USUAL.get(Math.floorMod((unit + indicator).hashCode(), USUAL.size())) : null;
    }

    /** Whether the reviewer is not convinced of it. */
    static boolean isDoubted(CheckRule rule, String unit, String indicator) {
        return rule == CheckRule.UNUSUAL_FOR_UNIT && Math.floorMod((indicator + unit).hashCode(), 3) == 0;
    }
}
