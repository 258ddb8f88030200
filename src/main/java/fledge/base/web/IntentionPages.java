package fledge.base.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.base.IntentionCount;
import fledge.base.IntentionService;
import fledge.base.IntentionView;
import fledge.base.NewIntention;
import fledge.base.Precision;
import fledge.identity.AccountService;
import fledge.kernel.Measure;
import fledge.ui.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What documents want of bases laid out: all of it with what was put right, and one of them as a form. */
@Component
class IntentionPages {

    private final IntentionService intentions;
    private final AccountService accounts;
    private final BaseTexts texts;
    private final Formats formats;

    IntentionPages(IntentionService intentions, AccountService accounts, BaseTexts texts, Formats formats) {
        this.intentions = intentions;
        this.accounts = accounts;
        this.texts = texts;
        this.formats = formats;
    }

    record ListPage(List<Row> rows, boolean mayManage, boolean mayAudit) {}

    /** {@code change} says who put it right or withdrew it when and why; null where nobody did. */
    record Row(
            UUID id,
            String name,
            String wanted,
            @Nullable String years,
            String counted,
            @Nullable String source,
            boolean withdrawn,
            String state,
            @Nullable String change) {}

    /** Without an id it is a new one; {@code withdrawn} may only be looked at. */
    record FormPage(
            @Nullable UUID id,
            int version,
            boolean withdrawn,
            Map<String, String> values,
            List<BaseTexts.Option> precisions,
            List<BaseTexts.Option> measures,
            List<BaseTexts.Option> counts) {}

    @Transactional(readOnly = true)
    ListPage list() {
        List<IntentionView> all = intentions.all();
        Map<UUID, String> people = accounts.personNames(
                all.stream().flatMap(one -> Stream.ofNullable(one.changedBy())).collect(Collectors.toSet()));
        return new ListPage(
                all.stream().map(one -> row(one, people)).toList(),
                Actor.current().may(Right.BASE_MANAGE),
                Actor.current().may(Right.AUDIT_READ));
    }

    private Row row(IntentionView of, Map<UUID, String> people) {
        NewIntention terms = of.terms();
        return new Row(
                of.id(),
                terms.name(formats.locale()),
                texts.wanted(terms),
                years(terms.fromYear(), terms.toYear()),
                terms.counted() == null ? formats.text("base.wish.not-counted") : formats.text(terms.counted()),
                texts.source(terms.source()),
                of.withdrawn(),
                formats.text(
                        of.withdrawn()
                                ? "base.wish.state.withdrawn"
                                : of.changedAt() == null ? "base.wish.state.recorded" : "base.wish.state.corrected"),
                of.changedAt() == null
                        ? null
                        : formats.text(
                                "base.wish.change",
                                Objects.requireNonNullElse(formats.day(of.changedAt()), ""),
                                people.getOrDefault(of.changedBy(), ""),
                                of.changeReason()));
    }

    /** As text, because a year has no thousands. */
    private @Nullable String years(@Nullable Integer from, @Nullable Integer to) {
        if (from == null) {
            return to == null ? null : formats.text("base.wish.until", to.toString());
        }
        if (to == null) {
            return formats.text("base.wish.since", from.toString());
        }
        return from.equals(to)
                ? formats.text("base.wish.year", from.toString())
                : formats.text("base.wish.years", from.toString(), to.toString());
    }

    FormPage blank() {
        return form(null, 0, false, Map.of("precision", Precision.EXACT.name(), "measure", Measure.COUNT.name()));
    }

    @Transactional(readOnly = true)
    FormPage edit(UUID id) {
        IntentionView intention = intentions.intention(id);
        return form(id, intention.version(), intention.withdrawn(), IntentionForm.values(intention.terms()));
    }

    private FormPage form(@Nullable UUID id, int version, boolean withdrawn, Map<String, String> values) {
        return new FormPage(
                id,
                version,
                withdrawn,
                values,
                texts.options(Precision.class),
                Arrays.stream(Measure.values())
                        .filter(Measure::isNumeric)
                        .map(measure -> new BaseTexts.Option(measure.name(), formats.text(measure)))
                        .toList(),
                texts.options(IntentionCount.class));
    }
}
