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
    private String explanation;
    private @Nullable UUID explainedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable ExplanationVerdict verdict;

    private @Nullable UUID verdictBy;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReturnFinding() {}

    ReturnFinding(UUID returnId, UUID indicatorId, Finding found) {
        this.returnId = returnId;
        this.indicatorId = indicatorId;
        this.item = found.item();
        this.rule = found.rule();
        this.findingClass = found.findingClass();
        this.arguments = written(found.args());
        this.explanation = "";
    }

    /** The same rule hit the same cell again: an explanation stays only if the numbers it explains are the same. */
    void foundAgain(Finding found) {
        String[] now = written(found.args());
        if (!Arrays.equals(arguments, now)) {
            arguments = now;
            explanation = "";
            explainedBy = null;
        }
        verdict = null;
        verdictBy = null;
    }

    void explain(String text, UUID person) {
        if (!explanation.equals(text)) {
            explanation = text;
            explainedBy = person;
            verdict = null;
            verdictBy = null;
        }
    }

    void judge(ExplanationVerdict verdict, UUID person) {
        this.verdict = verdict;
        this.verdictBy = person;
    }

    boolean isSettled() {
        return findingClass.isSettledBy(explanation);
    }

    boolean awaitsVerdict() {
        return findingClass.needsExplanation() && verdict == null;
    }

    boolean concerns(Finding found) {
        return rule == found.rule()
                && item == found.item()
                && indicatorId.toString().equals(found.indicator());
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
                id(), indicatorId, item, rule, findingClass, read(), explanation, explainedBy, verdict, verdictBy);
    }
}
