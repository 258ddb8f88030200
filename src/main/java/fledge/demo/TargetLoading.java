package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.apportionment.ConsultationService;
import fledge.apportionment.LineView;
import fledge.apportionment.SplitMethod;
import fledge.apportionment.SplitService;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetAmendmentCause;
import fledge.apportionment.TargetAmendmentService;
import fledge.apportionment.TargetLineStatus;
import fledge.apportionment.TargetSetDecisions;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetView;
import fledge.kernel.Measure;
import fledge.programme.SplitLaw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Decomposes the sample's targets among the units, has them agreed to, decided, issued, signed for, and once amended. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class TargetLoading {

    private final Stage stage;
    private final TargetSetService sets;
    private final TargetSetDecisions decisions;
    private final SplitService splits;
    private final ConsultationService consultation;
    private final TargetAmendmentService amendments;

    TargetLoading(
            Stage stage,
            TargetSetService sets,
            TargetSetDecisions decisions,
            SplitService splits,
            ConsultationService consultation,
            TargetAmendmentService amendments) {
        this.stage = stage;
        this.sets = sets;
        this.decisions = decisions;
        this.splits = splits;
        this.consultation = consultation;
        this.amendments = amendments;
    }

    /** The whole way of the sample's target set, in the first days of its first year. */
    void issue(Town town, ProgrammeLoading.Written sample) {
        Instant begun = town.founding().plus(Duration.ofDays(1));
        var set = new AtomicReference<UUID>();
        act(town, begun, town.player(Role.PLANNER), () -> {
            set.set(sets.draft(sample.id(), town.city().nameZh() + "目标任务书（示例）", null));
            for (SplitView split : sets.splits(set.get())) {
                fill(town, sample, split);
            }
            decisions.circulate(set.get(), version(set.get()));
        });
        Instant answered = begun.plus(Duration.ofDays(1));
        for (Town.Player certifier : certifiers(town)) {
            act(town, answered, certifier.actor(), () -> {
                if (waits(set.get(), town.unit(unit(certifier)), TargetLineStatus.PROPOSED)) {
                    consultation.agreeAll(set.get());
                }
            });
        }
        Instant over = begun.plus(Duration.ofDays(20));
        act(town, over, Actor.SYSTEM, consultation::escalateUnanswered);
        act(town, over, town.player(Role.PLANNER), () -> decisions.submit(set.get(), version(set.get())));
        Instant decided = over.plus(Duration.ofHours(5));
        act(town, decided, town.player(Role.DECIDER), () -> {
            for (LineView line : sets.history(set.get())) {
                if (line.status() == TargetLineStatus.ESCALATED) {
                    consultation.settle(line.id(), line.value(), line.denominator(), "期限内未反馈意见，经领导小组会议研究，按建议数下达。");
                }
            }
            decisions.approve(
                    set.get(), version(set.get()), documentNo(town, town.years().first(), 1));
        });
        act(
                town,
                decided.plus(Duration.ofHours(1)),
                town.player(Role.PLANNER),
                () -> decisions.issue(set.get(), version(set.get())));
        for (Town.Player certifier : certifiers(town)) {
            act(town, decided.plus(Duration.ofDays(1)), certifier.actor(), () -> {
                if (waits(set.get(), town.unit(unit(certifier)), TargetLineStatus.ISSUED)) {
                    consultation.acknowledgeAll(set.get());
                }
            });
        }
    }

    private void act(Town town, Instant at, Actor actor, Runnable work) {
        stage.act(town.city(), at, actor, work);
    }

    private int version(UUID set) {
        return sets.set(set).version();
    }

    private static String documentNo(Town town, int year, int number) {
        return "%s小微办〔%d〕%d号（示例）".formatted(town.city().nameZh().substring(0, 1), year, number);
    }

    private static List<Town.Player> certifiers(Town town) {
        return town.players().stream()
                .filter(player -> player.role() == Role.CERTIFIER && player.unit() != null)
                .toList();
    }

    private static String unit(Town.Player player) {
        return Objects.requireNonNull(player.unit());
    }

    private boolean waits(UUID set, UUID unit, TargetLineStatus status) {
        return consultation.ofUnits(Set.of(unit)).stream()
                .anyMatch(line -> line.setId().equals(set) && line.status() == status);
    }

    /** As the file says by hand, in equal parts among those it names, or by the split law. */
    private void fill(Town town, ProgrammeLoading.Written sample, SplitView split) {
        UUID set = split.set().id();
        UUID indicator = split.indicator().id();
        SamplePart.Setting setting = town.file().sample().stream()
                .filter(known -> indicator.equals(sample.indicators().get(known.indicator())))
                .findFirst()
                .orElseThrow();
        if (!split.numeric()) {
            return;
        }
        if (!setting.apportionment().isEmpty()) {
            byHand(town, split, setting.apportionment(), town.years().all());
        } else if (!setting.carriedBy().isEmpty()) {
            splits.carry(set, indicator, town.unitIds(setting.carriedBy()), false, Map.of());
            splits.propose(set, indicator, SplitMethod.EQUAL, null);
        } else if (split.law() == SplitLaw.RATIO) {
            splits.enterAll(set, new SplitService.Grid(indicator, denominators(town, split, setting), Set.of(), null));
            splits.propose(set, indicator, SplitMethod.BY_LAW, null);
        } else if (split.law() == SplitLaw.ADDITIVE || split.law() == SplitLaw.RANGE) {
            splits.propose(set, indicator, SplitMethod.EQUAL, null);
        } else {
            splits.propose(set, indicator, SplitMethod.BY_LAW, null);
        }
    }

    /** The files cumulate; a line is what a unit adds in its year. */
    private void byHand(Town town, SplitView split, List<SamplePart.Share> shares, List<Integer> years) {
        UUID set = split.set().id();
        UUID indicator = split.indicator().id();
        Measure measure = split.measure();
        Map<UUID, BigDecimal> base = new LinkedHashMap<>();
        Map<UUID, SamplePart.Share> byUnit = new LinkedHashMap<>();
        for (SamplePart.Share share : shares) {
            byUnit.put(town.unit(share.unit()), share);
            base.put(town.unit(share.unit()), measure.toBase(share.values().getLast()));
        }
        SplitView carried = splits.carry(set, indicator, List.copyOf(byUnit.keySet()), false, base);
        List<SplitService.Entry> entries = new ArrayList<>();
        for (LineView line : carried.lines()) {
            List<BigDecimal> values =
                    Objects.requireNonNull(byUnit.get(line.unitId())).values();
            int at = years.indexOf(line.year());
            BigDecimal before = at == 0 ? BigDecimal.ZERO : values.get(at - 1);
            entries.add(new SplitService.Entry(
                    line.id(), line.version(), measure.toBase(values.get(at).subtract(before)), null));
        }
        splits.enterAll(set, new SplitService.Grid(indicator, entries, Set.of(), null));
    }

    /** What the denominators came to in the sample's figures is what the ratio was planned on. */
    private static List<SplitService.Entry> denominators(Town town, SplitView split, SamplePart.Setting setting) {
        return split.lines().stream()
                .map(line -> new SplitService.Entry(
                        line.id(),
                        line.version(),
                        null,
                        split.measure()
                                .toBase(planned(
                                        setting, line.year() - town.years().first()))))
                .toList();
    }

    private static BigDecimal planned(SamplePart.Setting setting, int year) {
        return setting.history().stream()
                .map(SamplePart.Series::denominator)
                .filter(Objects::nonNull)
                .flatMap(series -> series.subList(4 * year, 4 * year + 4).stream())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ONE, BigDecimal::max);
    }

    /** An amendment in the third year: one unit gives, another takes, and one of them has yet to sign. */
    void amend(Town town, ProgrammeLoading.Written sample, Instant now) {
        TargetSetView set =
                stage.ask(town.city(), () -> sets.ofProgramme(sample.id()).getFirst());
        SplitView split = stage.ask(town.city(), () -> sets.splits(set.id())).stream()
                .filter(one -> one.law() == SplitLaw.ADDITIVE && one.units().size() > 1)
                .findFirst()
                .orElseThrow();
        List<LineView> last = split.lines().stream()
                .filter(line -> line.year() == town.years().last())
                .toList();
        LineView giver = last.get(0);
        LineView taker = last.get(1);
        BigDecimal step = split.measure().toBase(BigDecimal.ONE);
        BigDecimal moved = number(giver)
                .divide(BigDecimal.TEN, 0, RoundingMode.DOWN)
                .max(step)
                .divideToIntegralValue(step)
                .multiply(step);
        Actor author = certifier(town, giver.unitId());
        Instant begun = now.minus(Duration.ofDays(9));
        var amendment = new AtomicReference<UUID>();
        act(town, begun, author, () -> {
            amendment.set(amendments.draft(
                    set.id(),
                    TargetAmendmentCause.POLICY_CHANGE,
                    "区域产业布局调整，部分承载平台移交相邻单位管理，相应任务一并划转（示例）。",
                    "移交协议及会议纪要（示例）",
                    town.years().open(),
                    giver.unitId()));
            amendments.write(
                    amendment.get(),
                    List.of(
                            new TargetAmendmentService.Change(
                                    giver.id(), number(giver).subtract(moved), null),
                            new TargetAmendmentService.Change(
                                    taker.id(), number(taker).add(moved), null)));
            amendments.propose(amendment.get());
        });
        act(town, begun.plus(Duration.ofDays(2)), town.player(Role.PLANNER), () -> amendments.endorse(amendment.get()));
        act(
                town,
                begun.plus(Duration.ofDays(4)),
                town.player(Role.DECIDER),
                () -> amendments.approve(
                        amendment.get(), documentNo(town, town.years().last(), 2)));
        act(town, begun.plus(Duration.ofDays(4)).plusSeconds(60), Actor.SYSTEM, amendments::putInForce);
        act(town, begun.plus(Duration.ofDays(5)), author, () -> consultation.acknowledgeAll(set.id()));
    }

    private static BigDecimal number(LineView line) {
        return Objects.requireNonNull(line.value());
    }

    private static Actor certifier(Town town, UUID unit) {
        return certifiers(town).stream()
                .filter(player -> town.unit(unit(player)).equals(unit))
                .map(Town.Player::actor)
                .findFirst()
                .orElseThrow();
    }

    /** A decomposition of the printed programme on its way: some have agreed, one offers another number, the others are silent. */
    void consult(Town town, ProgrammeLoading.Written printed, Instant now) {
        CityFile.@Nullable Consultation file = town.file().consultation();
        if (file == null) {
            return;
        }
        UUID indicator = Objects.requireNonNull(printed.indicators().get(file.indicator()));
        var set = new AtomicReference<UUID>();
        act(town, now.minus(Duration.ofHours(30)), town.player(Role.PLANNER), () -> {
            set.set(sets.draft(printed.id(), file.nameZh(), null));
            sets.splits(set.get())
                    .forEach(split -> splits.drop(set.get(), split.indicator().id()));
            splits.carry(
                    set.get(),
                    indicator,
                    file.shares().stream().map(share -> town.unit(share.unit())).toList(),
                    false,
                    Map.of());
            byHand(town, sets.split(set.get(), indicator), file.shares(), file.years());
            decisions.circulate(set.get(), version(set.get()));
        });
        for (String unit : file.agreed()) {
            act(
                    town,
                    now.minus(Duration.ofHours(6)),
                    town.player(Role.CERTIFIER, unit),
                    () -> consultation.agreeAll(set.get()));
        }
        LineView line = stage.ask(town.city(), () -> sets.split(set.get(), indicator)).lines().stream()
                .filter(one -> one.unitId().equals(town.unit(file.countered()))
                        && one.year() == file.years().getLast())
                .findFirst()
                .orElseThrow();
        Measure measure =
                stage.ask(town.city(), () -> sets.split(set.get(), indicator)).measure();
        act(
                town,
                now.minus(Duration.ofHours(3)),
                town.player(Role.CERTIFIER, file.countered()),
                () -> consultation.counter(
                        line.id(),
                        measure.toBase(file.counterValue()),
                        null,
                        file.counterReasonZh(),
                        file.counterEvidenceZh()));
    }
}
