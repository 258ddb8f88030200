package fledge.apportionment.web;

import fledge.apportionment.LineView;
import fledge.apportionment.Period;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetAmendmentStatus;
import fledge.apportionment.TargetLineStatus;
import fledge.apportionment.TargetSetStatus;
import fledge.apportionment.TargetStepView;
import fledge.apportionment.rules.Balance;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Labelled;
import fledge.kernel.Measure;
import fledge.programme.SplitLaw;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How target sets, lines and amendments stand on pages. */
@Component
class TargetWording {

    private final Formats formats;
    private final UnitService units;
    private final AccountService accounts;
    private final PortalClock clock;

    TargetWording(Formats formats, UnitService units, AccountService accounts, PortalClock clock) {
        this.formats = formats;
        this.units = units;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A tag: its colour and its word. */
    record Tag(String tone, String text) {}

    /** How the parts stand to a whole. */
    record BalanceRow(
            String whole,
            String target,
            String reached,
            String residual,
            Tag state,
            int year,
            @Nullable String holder,
            boolean holdable) {}

    /** An entry of a timeline. */
    record Moment(
            @Nullable String at,
            String title,
            @Nullable String who,
            @Nullable String note,
            boolean expected) {}

    Locale locale() {
        return formats.locale();
    }

    String text(String key, Object... arguments) {
        return formats.text(key, arguments);
    }

    String text(Labelled labelled) {
        return formats.text(labelled);
    }

    Map<UUID, UnitView> units() {
        return units.byId();
    }

    String unit(Map<UUID, UnitView> byId, @Nullable UUID id) {
        UnitView unit = id == null ? null : byId.get(id);
        return unit == null ? "" : unit.name(locale());
    }

    Map<UUID, String> people(Stream<@Nullable UUID> ids) {
        return accounts.personNames(ids.filter(Objects::nonNull).distinct().toList());
    }

    @Nullable
    String number(@Nullable BigDecimal base, Measure measure) {
        return formats.concise(base, measure);
    }

    String shown(@Nullable BigDecimal base, Measure measure) {
        String number = number(base, measure);
        return number == null ? text("ui.none") : number;
    }

    String plain(@Nullable BigDecimal base, Measure measure) {
        return Objects.requireNonNullElse(formats.plain(base, measure), "");
    }

    /** What a line carries; of a ratio both numbers, of a sentence that it is to be done. */
    String carried(SplitView split, @Nullable BigDecimal value, @Nullable BigDecimal denominator) {
        if (!split.numeric()) {
            return text("apportionment.carried");
        }
        String number = shown(value, split.measure());
        return split.law() == SplitLaw.RATIO && denominator != null
                ? text("apportionment.ratio", number, shown(denominator, split.measure()))
                : number;
    }

    String carried(SplitView split, LineView line) {
        return carried(split, line.value(), line.denominator());
    }

    String period(Period period) {
        Integer quarter = period.quarter();
        return quarter == null
                ? text("apportionment.year", Integer.toString(period.year()))
                : text("ui.quarter." + quarter, Integer.toString(period.year()));
    }

    BalanceRow balance(SplitView split, Balance balance, Map<UUID, UnitView> byId) {
        Measure measure = split.measure();
        Measure ofTarget = split.law() == SplitLaw.RATIO ? split.indicator().measure() : measure;
        var holding = split.holding(balance);
        boolean held = split.stands(balance);
        BigDecimal reached = balance.reached();
        return new BalanceRow(
                text(
                        balance.whole().cumulative() ? "apportionment.upTo" : "apportionment.year",
                        Integer.toString(balance.whole().year())),
                shown(balance.whole().target(), ofTarget),
                shown(reached, ofTarget),
                shown(balance.residual(), measure),
                new Tag(
                        held ? "done" : "attention",
                        held && !balance.closes() ? text("apportionment.held") : text(balance.state())),
                balance.whole().year(),
                holding == null
                        ? null
                        : text(
                                holding.isSigned() ? "apportionment.holder.signed" : "apportionment.holder.named",
                                unit(byId, holding.unitId())),
                split.law() == SplitLaw.ADDITIVE && !balance.closes());
    }

    Tag tag(TargetSetStatus status) {
        String tone = switch (status) {
            case DRAFT -> "working";
            case CONSULTATION, SUBMITTED, APPROVED -> "waiting";
            case ISSUED -> "done";
            case CLOSED, CANCELLED -> "neutral";
        };
        return new Tag(tone, text(status));
    }

    Tag tag(TargetLineStatus status) {
        String tone = switch (status) {
            case PROPOSED, ISSUED -> "waiting";
            case COUNTERED, ESCALATED -> "attention";
            case AGREED, SETTLED, ACKNOWLEDGED -> "done";
            case SUPERSEDED -> "neutral";
        };
        return new Tag(tone, text(status));
    }

    Tag tag(TargetAmendmentStatus status) {
        String tone = switch (status) {
            case DRAFT -> "working";
            case PROPOSED, REVIEWED, APPROVED -> "waiting";
            case EFFECTIVE -> "done";
            case REFUSED -> "refused";
            case WITHDRAWN -> "neutral";
        };
        return new Tag(tone, text(status));
    }

    @Nullable
    String minute(@Nullable Instant moment) {
        return formats.minute(moment);
    }

    @Nullable
    String day(@Nullable Instant moment) {
        return formats.day(moment);
    }

    String documentDay(Instant moment) {
        return formats.documentDay(moment);
    }

    /** “2026-03-05（周四）24:00 前，还剩 3 天”. */
    @Nullable
    String due(@Nullable Instant due) {
        return due == null ? null : text("apportionment.due", formats.deadline(due), formats.left(due, clock.now()));
    }

    boolean isOver(@Nullable Instant due) {
        return due != null && !clock.now().isBefore(due);
    }

    List<Moment> timeline(Collection<TargetStepView> steps, String kind) {
        Map<UUID, String> names = people(steps.stream().map(TargetStepView::person));
        return steps.stream()
                .map(step -> {
                    UUID person = step.person();
                    return new Moment(
                            formats.minute(step.at()),
                            text("apportionment." + kind + "-action." + step.action()),
                            person == null ? text("apportionment.portal") : names.get(person),
                            step.reason().isEmpty() ? null : step.reason(),
                            false);
                })
                .toList();
    }
}
