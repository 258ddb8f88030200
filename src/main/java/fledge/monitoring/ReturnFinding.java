package fledge.monitoring;

import fledge.kernel.Measure;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.Finding;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.rules.Item;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding of the checks on a return, with the unit's explanation and the reviewer's verdict on it. */
@Entity
@Table(name = "finding")
class ReturnFinding extends CityOwned {

    private static final String MEASURE = "measure:";

    private UUID returnId;
    private UUID indicatorId;

    @Enumerated(EnumType.STRING)
    private Item item;

    @Enumerated(EnumType.STRING)
    private CheckRule rule;

    @Enumerated(EnumType.STRING)
    private FindingClass findingClass;

    private String[] arguments;
    private @Nullable UUID ruleId;
    private @Nullable String reasonCode;
    private String explanation;
    private @Nullable UUID explainedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable ExplanationVerdict verdict;

    private String verdictText;
    private @Nullable UUID verdictBy;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReturnFinding() {}

    ReturnFinding(UUID returnId, UUID indicatorId, Finding found) {
        this.returnId = returnId;
        this.indicatorId = indicatorId;
        this.item = found.item();
        this.rule = found.rule();
        this.findingClass = found.findingClass();
        this.ruleId = ruleOf(found);
        this.arguments = written(found.args());
        this.explanation = "";
        this.verdictText = "";
    }

    private static @Nullable UUID ruleOf(Finding found) {
        return found.ruleId() == null ? null : UUID.fromString(found.ruleId());
    }

    /**
     * The same rule hit the same cell again: an explanation stays only if the numbers it explains are the same. What a
     * statistic says of the others may move on without the unit's own number, which stands first.
     */
    void foundAgain(Finding found) {
        String[] now = written(found.args());
        boolean same = rule.isStatistical() ? arguments[0].equals(now[0]) : Arrays.equals(arguments, now);
        arguments = now;
        if (!same) {
            explanation = "";
            reasonCode = null;
            explainedBy = null;
        }
        unjudge();
    }

    void explain(Explanation given, UUID person) {
        String code = given.reasonCode().isEmpty() ? null : given.reasonCode();
        if (!explanation.equals(given.text()) || !Objects.equals(reasonCode, code)) {
            explanation = given.text();
            reasonCode = code;
            explainedBy = person;
            unjudge();
        }
    }

    private void unjudge() {
        verdict = null;
        verdictText = "";
        verdictBy = null;
    }

    void judge(Judgement judgement, UUID person) {
        this.verdict = judgement.verdict();
        this.verdictText = judgement.text();
        this.verdictBy = person;
    }

    /** Explained in words and by a reason of the list, where that is asked for. */
    boolean isSettled() {
        return findingClass.isSettledBy(explanation) && (!findingClass.needsExplanation() || reasonCode != null);
    }

    boolean awaitsVerdict() {
        return findingClass.needsExplanation() && verdict == null;
    }

    boolean concerns(Finding found) {
        return rule == found.rule()
                && item == found.item()
                && Objects.equals(ruleId, ruleOf(found))
                && indicatorId.toString().equals(found.indicator());
    }

    /** What tells it apart in a signed text, as {@link SignedContent#key}. */
    String key() {
        return String.join(
                ".", indicatorId.toString(), item.name(), rule.name(), ruleId == null ? "" : ruleId.toString());
    }

    private static String[] written(List<Serializable> arguments) {
        return arguments.stream()
                .map(argument -> switch (argument) {
                    case Measure measure -> MEASURE + measure.name();
                    case BigDecimal number -> number.toPlainString();
                    default -> argument.toString();
                })
                .toArray(String[]::new);
    }

    private List<Serializable> read() {
        return Arrays.stream(arguments)
                .<Serializable>map(text -> text.startsWith(MEASURE)
                        ? Measure.valueOf(text.substring(MEASURE.length()))
                        : new BigDecimal(text))
                .toList();
    }

    UUID returnId() {
        return returnId;
    }

    FindingView view() {
        return new FindingView(
                id(),
                indicatorId,
                item,
                rule,
                findingClass,
                ruleId,
                read(),
                reasonCode,
                explanation,
                explainedBy,
                isSettled(),
                verdict,
                verdictText,
                verdictBy);
    }
}
