package fledge.programme;

import fledge.access.NotFound;
import fledge.kernel.Measure;
import fledge.programme.rules.Goal;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The targets of indicators: set and taken away while the programme is a draft. */
@Service
public class TargetService {

    private final TargetRepository targets;
    private final IndicatorCatalogue catalogue;
    private final ApplicationEventPublisher events;

    TargetService(TargetRepository targets, IndicatorCatalogue catalogue, ApplicationEventPublisher events) {
        this.targets = targets;
        this.catalogue = catalogue;
        this.events = events;
    }

    /** Sets the target of its year; one that was there before is changed. */
    @Transactional
    public UUID set(UUID indicatorId, NewTarget made) {
        var indicator = catalogue.load(indicatorId);
        indicator.programme().requireDraft();
        List<Target> others = targets.ofIndicator(indicatorId);
        Target known = others.stream()
                .filter(target -> Objects.equals(target.year(), made.year()))
                .findFirst()
                .orElse(null);
        check(
                made,
                indicator.view(List.of(), List.of(), List.of(), List.of()),
                others.stream().noneMatch(target -> target.isFinal() && !Objects.equals(target.year(), made.year())));
        Map<String, Object> before = known == null ? Map.of() : fields(known.view());
        Target target = known;
        if (target == null) {
            target = targets.save(new Target(indicator.programme().id(), indicatorId, made));
        } else {
            target.set(made);
        }
        events.publishEvent(new TargetWritten(indicatorId, indicator.nameZh(), before, fields(target.view())));
        return target.id();
    }

    @Transactional
    public void remove(UUID indicatorId, UUID targetId) {
        var indicator = catalogue.load(indicatorId);
        indicator.programme().requireDraft();
        var target = targets.findById(targetId)
                .filter(found -> found.indicatorId().equals(indicatorId))
                .orElseThrow(() -> new NotFound("target " + targetId));
        targets.delete(target);
        events.publishEvent(new TargetRemoved(indicatorId, indicator.nameZh(), fields(target.view())));
    }

    private static void check(NewTarget made, IndicatorView indicator, boolean noOtherFinal) {
        boolean missing = made.status() == FigureStatus.MISSING;
        Measure measure = indicator.measure();
        new Checks("programme.target")
                .year("year", made.year())
                .require("year", made.finalTarget() || made.year() != null, "programme.check.required")
                .require("finalTarget", !made.finalTarget() || noOtherFinal, "programme.target.twoFinals")
                .require(
                        "value",
                        missing || made.value() != null || made.operator() == Operator.QUALITATIVE,
                        "programme.target.valueOrMissing")
                .require("value", !missing || made.value() == null, "programme.target.missingHasNoValue")
                .require("value", fits(made.value(), measure), "programme.target.whole", measure)
                .require("upper", fits(made.upper(), measure), "programme.target.whole", measure)
                .require(
                        "operator",
                        !missing || made.operator() != Operator.QUALITATIVE,
                        "programme.target.qualitativeIsNotMissing")
                .require(
                        "missingReason",
                        !missing
                                || (made.missingReason() != null
                                        && !made.missingReason().isBlank()),
                        "programme.check.required")
                .require(
                        "missingReason",
                        missing || made.missingReason() == null,
                        "programme.target.reasonOnlyIfMissing")
                .optional("missingReason", made.missingReason(), Checks.NAME)
                .optional("source", made.source(), Checks.TEXT)
                .add(new Goal(made.operator(), made.value(), made.upper(), made.year() == null ? 0 : made.year())
                        .refusals())
                .refuse();
    }

    private static boolean fits(@Nullable BigDecimal value, Measure measure) {
        return value == null
                || ((!measure.isWhole() || value.stripTrailingZeros().scale() <= 0)
                        && (value.signum() >= 0 || measure == Measure.PERCENT || measure == Measure.PERCENTAGE_POINTS));
    }

    private static Map<String, Object> fields(TargetView target) {
        return Fields.of("year", target.year())
                .and("operator", target.operator())
                .and("value", target.value())
                .and("upper", target.upper())
                .and("status", target.status())
                .and("missingReason", target.missingReason())
                .and("finalTarget", target.finalTarget())
                .and("source", target.source())
                .map();
    }
}
