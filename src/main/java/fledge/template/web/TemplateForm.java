package fledge.template.web;

import fledge.kernel.DayEntry;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.template.NewTemplate;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a report template as typed; an item is an indicator's id, a colon and its frequency, or nothing. */
record TemplateForm(
        @Nullable String programme,
        @Nullable String name,
        @Nullable String formCode,
        @Nullable String issuer,
        @Nullable String approvalNo,
        @Nullable String validUntil,
        @Nullable String respondents,
        @Nullable String frequency,
        @Nullable String effectiveFrom,
        @Nullable List<@Nullable String> items) {

    /** Any quarter; stands in for one that cannot be read until the refusal. */
    private static final Period UNREAD = new Quarter(2000, 1);

    private static final String CHOOSE = "template.refused.choose";

    static String item(UUID indicator, Frequency frequency) {
        return indicator + ":" + frequency.name();
    }

    NewTemplate read() {
        var reasons = new ArrayList<Reason>();
        UUID programmeId = id(text(programme));
        if (programmeId == null) {
            throw new RuleRefused(Reason.on("programme", "template.refused.choose-programme"));
        }
        var made = new NewTemplate(
                programmeId,
                text(name),
                new TemplateHead(text(formCode), text(issuer), text(approvalNo), day(reasons)),
                choice(
                        "respondents",
                        "template.refused.choose-respondents",
                        text(respondents),
                        Respondents.class,
                        reasons),
                choice("frequency", CHOOSE, text(frequency), Frequency.class, reasons),
                period(reasons),
                read(items == null ? List.of() : items, reasons));
        RuleRefused.ifAny(reasons);
        return made;
    }

    private @Nullable LocalDate day(List<Reason> reasons) {
        String typed = text(validUntil);
        if (typed.isEmpty()) {
            return null;
        }
        LocalDate day = DayEntry.read(typed)
                .filter(read -> read.getYear() >= 1949 && read.getYear() <= 2200)
                .orElse(null);
        if (day == null) {
            reasons.add(Reason.on("validUntil", "template.refused.day"));
        }
        return day;
    }

    private Period period(List<Reason> reasons) {
        try {
            Period period = Period.parse(text(effectiveFrom));
            if (period.start().getYear() >= 1949 && period.start().getYear() <= 2200) {
                return period;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for a year that cannot be
        }
        reasons.add(Reason.on("effectiveFrom", "template.refused.choose-period"));
        return UNREAD;
    }

    private static List<NewTemplate.Item> read(List<@Nullable String> typed, List<Reason> reasons) {
        var items = new ArrayList<NewTemplate.Item>();
        for (String one : typed) {
            String text = text(one);
            int colon = text.indexOf(':');
            UUID indicator = colon < 0 ? null : id(text.substring(0, colon));
            if (indicator != null) {
                items.add(new NewTemplate.Item(
                        indicator, choice("items", CHOOSE, text.substring(colon + 1), Frequency.class, reasons)));
            } else if (!text.isEmpty()) {
                reasons.add(Reason.on("items", CHOOSE));
                return items;
            }
        }
        return items;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A choice that has to be made; the first constant stands in for it until the refusal. */
    private static <E extends Enum<E>> E choice(
            String field, String key, String typed, Class<E> choices, List<Reason> reasons) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    reasons.add(Reason.on(field, key));
                    return choices.getEnumConstants()[0];
                });
    }
}
