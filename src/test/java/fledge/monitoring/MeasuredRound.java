package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.Bilingual;
import fledge.programme.Bounds;
import fledge.programme.CollectionTerms;
import fledge.programme.Definition;
import fledge.programme.FigureStatus;
import fledge.programme.NewIndicator;
import fledge.programme.NewProgramme;
import fledge.programme.NewTarget;
import fledge.programme.Pace;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.programme.Source;
import fledge.programme.SplitLaw;
import fledge.programme.TargetService;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Goal;
import fledge.programme.rules.Operator;
import fledge.support.Cities;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A city in which many units report on many indicators, one round of it, and people who bring some returns to acceptance. */
@TestComponent
public class MeasuredRound {

    public static final String PASSWORD = "four wet umbrellas";
    private static final int AT_A_TIME = 100;

    /** A quarter to come, so that the portal's own jobs leave it alone. */
    private static final Quarter QUARTER = new Quarter(MonitoringStory.OPEN.year() + 1, 1);

    private final Cities cities;
    private final UnitService units;
    private final AccountService accounts;
    private final ProgrammeService programmes;
    private final TargetService targets;
    private final RoundService rounds;
    private final RoundDates dates;
    private final ReturnService returns;
    private final EntryService entries;
    private final SignOffService signOffs;
    private final ReviewService reviews;
    private final ReturnRepository found;
    private final ReturnLineRepository lines;
    private final ReturnVersionRepository versions;
    private final Figures figures;
    private final FrozenRatings frozen;
    private final TransactionTemplate transaction;
    private final PortalClock clock;

    MeasuredRound(
            Cities cities,
            UnitService units,
            AccountService accounts,
            ProgrammeService programmes,
            TargetService targets,
            RoundService rounds,
            RoundDates dates,
            ReturnService returns,
            EntryService entries,
            SignOffService signOffs,
            ReviewService reviews,
            ReturnRepository found,
            ReturnLineRepository lines,
            ReturnVersionRepository versions,
            Figures figures,
            FrozenRatings frozen,
            TransactionTemplate transaction,
            PortalClock clock) {
        this.cities = cities;
        this.units = units;
        this.accounts = accounts;
        this.programmes = programmes;
        this.targets = targets;
        this.rounds = rounds;
        this.dates = dates;
        this.returns = returns;
        this.entries = entries;
        this.signOffs = signOffs;
        this.reviews = reviews;
        this.found = found;
        this.lines = lines;
        this.versions = versions;
        this.figures = figures;
        this.frozen = frozen;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The city with its running programme, before its round. */
    public record Built(City city, UUID programme, Map<Role, Actor> staff) {

        private Actor player(Role role) {
            return Objects.requireNonNull(staff.get(role));
        }
    }

    public Built build(int unitCount, int indicatorCount) {
        City city = cities.fresh();
        var reporting = new ArrayList<UUID>();
        UUID root = cities.in(city, () -> units.add(NewUnit.of("gov", "市政府", "Government", UnitKind.CITY, null)));
        cities.in(city, () -> {
            for (int n = 1; n <= unitCount; n++) {
                reporting.add(
                        units.add(NewUnit.of("u" + n, "第%d报送单位".formatted(n), "Unit " + n, UnitKind.DEPARTMENT, root)));
            }
            return reporting;
        });
        Map<Role, Actor> staff = List.of(Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.PLANNER).stream()
                .collect(Collectors.toMap(role -> role, role -> hire(city, role, root)));
        return new Built(city, found(city, indicatorCount, reporting), staff);
    }

    private Actor hire(City city, Role role, UUID unit) {
        String login = role.name().toLowerCase(Locale.ROOT);
        cities.in(city, () -> {
            UUID account = accounts.open(NewAccount.of(login, "某人", PASSWORD));
            return accounts.appointAtFounding(account, unit, role, LocalDate.of(2015, 1, 1), null, "建市");
        });
        return cities.in(city, () -> accounts.actorOf(login));
    }

    private UUID found(City city, int indicatorCount, List<UUID> reporting) {
        int year = QUARTER.year();
        UUID programme = cities.in(
                city,
                () -> programmes.found(new NewProgramme(
                        "wide",
                        ProgrammeKind.SAMPLE,
                        new Bilingual("度量计划", "Measured programme"),
                        year,
                        year + 2,
                        year - 1,
                        null,
                        new CollectionTerms(50, 60, 64),
                        1,
                        List.of(),
                        List.of())));
        for (int n = 1; n <= indicatorCount; n++) {
            int number = n;
            cities.in(city, () -> indicator(programme, number, reporting));
        }
        cities.in(city, () -> {
            programmes.publish(programme);
            return programme;
        });
        return programme;
    }

    private UUID indicator(UUID programme, int n, List<UUID> reporting) {
        UUID id = programmes.addIndicator(
                programme,
                new NewIndicator(
                        "i" + n,
                        new Bilingual("总量", "Size"),
                        new Bilingual("第%d项指标".formatted(n), "Indicator " + n),
                        Measure.COUNT,
                        Measure.COUNT,
                        Comparison.CUMULATIVE_COUNT,
                        Comparison.CUMULATIVE_COUNT.usualAccumulation(),
                        Direction.HIGHER,
                        SplitLaw.usual(Comparison.CUMULATIVE_COUNT),
                        Definition.NONE,
                        null,
                        new Bounds(BigDecimal.ZERO, null, null, true),
                        Pace.USUAL,
                        Source.NONE,
                        List.of(reporting.getFirst()),
                        reporting));
        targets.set(
                id,
                NewTarget.finalOf(
                        new Goal(Operator.AT_LEAST, BigDecimal.valueOf(1_000_000), QUARTER.year() + 2),
                        FigureStatus.SAMPLE,
                        null));
        return id;
    }

    /** Schedules the round and opens it, as the planner and the clock do. */
    public UUID open(Built built) {
        var round = new AtomicReference<UUID>();
        clock.rehearse(MonitoringStory.dayAfter(QUARTER), () -> {
            round.set(ask(built, Role.PLANNER, () -> rounds.schedule(built.programme(), QUARTER)));
            CurrentCity.run(built.city(), () -> Actor.run(Actor.SYSTEM, dates::open));
        });
        return round.get();
    }

    /** Fills and signs some of a round's returns and begins their review; they wait for nothing but their acceptance. */
    public List<UUID> bringToReview(Built built, UUID round, int count) {
        List<UUID> ids = ask(built, Role.PLANNER, () -> rounds.answers(round)).stream()
                .limit(count)
                .map(UnitAnswer::returnId)
                .toList();
        clock.rehearse(MonitoringStory.dayAfter(QUARTER), () -> ids.forEach(id -> bringToReview(built, id)));
        return ids;
    }

    private void bringToReview(Built built, UUID id) {
        ask(
                built,
                Role.PREPARER,
                () -> entries.enterAll(
                        id,
                        returns.dossier(id).sheet().lines().stream()
                                .map(line -> new EntryService.Typed(line.id(), false, "12", line.valueEdition()))
                                .toList()));
        ask(built, Role.PREPARER, () -> {
            if (signOffs.check(id).stream()
                    .map(FindingView::findingClass)
                    .anyMatch(found -> found == FindingClass.A || found.needsExplanation())) {
                throw new IllegalStateException("a return that should be clean is not");
            }
            signOffs.request(id);
            return id;
        });
        ask(built, Role.CERTIFIER, () -> signOffs.certify(id));
        ask(built, Role.REVIEWER, () -> {
            reviews.start(id);
            return id;
        });
    }

    /** Accepts a return: its figures are counted in every sum, and every light that they touch is rated. */
    public void accept(Built built, UUID id) {
        clock.rehearse(
                MonitoringStory.dayAfter(QUARTER),
                () -> ask(built, Role.REVIEWER, () -> {
                    reviews.accept(id);
                    return id;
                }));
    }

    /** Of an acceptance only what consolidates, as a transaction of its own: figures counted in every sum, lights rated. */
    public void consolidate(Built built, UUID id) {
        ask(
                built,
                Role.REVIEWER,
                () -> transaction.execute(status -> {
                    ReturnWithRound of = found.withRound(id).orElseThrow();
                    UUID signed = signed(of);
                    figures.count(of.round(), id, of.report().unitId(), signed);
                    frozen.freeze(
                            of.round().programmeId(),
                            QUARTER,
                            signed,
                            lines.indicatorsOf(id),
                            MonitoringStory.dayAfter(QUARTER));
                    return id;
                }));
    }

    /** Takes back what {@link #consolidate} counted, so that the return can be accepted. */
    public void takeBack(Built built, UUID id) {
        ask(
                built,
                Role.REVIEWER,
                () -> transaction.execute(status -> {
                    figures.uncount(signed(found.withRound(id).orElseThrow()));
                    return id;
                }));
    }

    private UUID signed(ReturnWithRound of) {
        return versions.findByReturnIdAndNumber(of.report().id(), of.report().submissions())
                .orElseThrow()
                .id();
    }

    private static <T> T ask(Built built, Role role, Supplier<T> work) {
        return CurrentCity.supply(built.city(), () -> Actor.supply(built.player(role), work));
    }
}
