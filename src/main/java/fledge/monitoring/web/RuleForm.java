package fledge.monitoring.web;

import fledge.access.NotFound;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.NewRule;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.Entry;
import fledge.monitoring.rules.FindingClass;
import fledge.monitoring.rules.NumberEntry;
import fledge.monitoring.rules.RuleTerms;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plausibility rule as typed. A cell is written as the indicator's id, with its item behind a colon where one is meant. */
record RuleForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String findingClass,
        @Nullable String programme,
        @Nullable String subject,
        @Nullable String other,
        @Nullable String third,
        @Nullable String threshold,
        @Nullable String lower,
        @Nullable String upper,
        @Nullable String least,
        @Nullable String message,
        @Nullable String owner,
        @Nullable String validFrom) {

    /** Reads the form; bounds are typed in the measure of the subject, one of the given indicators. */
    NewRule read(List<IndicatorView> indicators) {
        var reasons = new ArrayList<Reason>();
        CheckRule chosen = choice("kind", kind, CheckRule.class, reasons);
        FindingClass weight = choice("findingClass", findingClass, FindingClass.class, reasons);
        NewRule.Cell of = cell("subject", subject, reasons);
        IndicatorView indicator = of == null ? null : indicator(of.indicatorId(), indicators);
        Measure measure =
                indicator == null || !indicator.valueMeasure().isNumeric() ? Measure.RATIO : indicator.valueMeasure();
        BigDecimal limit =
                number("threshold", threshold, chosen.isStatistical() ? Measure.RATIO : Measure.PERCENT, reasons);
        BigDecimal fewest = number("least", least, Measure.COUNT, reasons);
        var rule = new NewRule(
                text(name),
                chosen,
                weight,
                indicator == null ? id("programme", programme, reasons) : indicator.programmeId(),
                of,
                cell("other", other, reasons),
                cell("third", third, reasons),
                limit == null ? usualThreshold(chosen) : limit,
                number("lower", lower, measure, reasons),
                number("upper", upper, measure, reasons),
                fewest == null ? usualLeast(chosen) : fewest.min(MOST).intValue(),
                text(message),
                id("owner", owner, reasons),
                quarter(reasons));
        RuleRefused.ifAny(reasons);
        return rule;
    }

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private static IndicatorView indicator(UUID id, List<IndicatorView> indicators) {
        return indicators.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator " + id));
    }

    private static @Nullable BigDecimal usualThreshold(CheckRule kind) {
        return kind.isStatistical() ? RuleTerms.USUAL_Z : kind == CheckRule.UNIT_SLIP ? BigDecimal.valueOf(1000) : null;
    }

    private static int usualLeast(CheckRule kind) {
        return switch (kind) {
            case UNUSUAL_FOR_UNIT -> RuleTerms.LEAST_HISTORY;
            case UNUSUAL_AMONG_PEERS -> RuleTerms.LEAST_PEERS;
            case SAME_AS_LAST_QUARTER -> 1;
            default -> 0;
        };
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** A choice that has to be made; the first constant stands in for it until the refusal. */
    private static <E extends Enum<E>> E choice(
            String field, @Nullable String typed, Class<E> choices, List<Reason> reasons) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text(typed)))
                .findFirst()
                .orElseGet(() -> {
                    reasons.add(Reason.on(field, "monitoring.rule.refused.choose"));
                    return choices.getEnumConstants()[0];
                });
    }

    private static @Nullable UUID id(String field, @Nullable String typed, List<Reason> reasons) {
        String text = text(typed);
        UUID id = Ids.parse(text).orElse(null);
        if (id == null && !text.isEmpty()) {
            reasons.add(Reason.on(field, "monitoring.rule.refused.choose"));
        }
        return id;
    }

    private static NewRule.@Nullable Cell cell(String field, @Nullable String typed, List<Reason> reasons) {
        String text = text(typed);
        int colon = text.indexOf(':');
        UUID id = id(field, colon < 0 ? text : text.substring(0, colon), reasons);
        if (id == null || colon < 0) {
            return id == null ? null : new NewRule.Cell(id, null);
        }
        Item item = choice(field, text.substring(colon + 1), Item.class, reasons);
        return new NewRule.Cell(id, item);
    }

    private static @Nullable BigDecimal number(
            String field, @Nullable String typed, Measure measure, List<Reason> reasons) {
        return switch (NumberEntry.read(typed, measure, true)) {
            case Entry.Blank blank -> null;
            case Entry.Understood understood -> understood.inBase();
            case Entry.Refused refused -> {
                reasons.add(refused.reason().at(field));
                yield null;
            }
        };
    }

    private @Nullable Quarter quarter(List<Reason> reasons) {
        String text = text(validFrom);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Quarter.parse(text);
        } catch (IllegalArgumentException e) {
            reasons.add(Reason.on("validFrom", "monitoring.refused.choose-quarter"));
            return null;
        }
    }
}
