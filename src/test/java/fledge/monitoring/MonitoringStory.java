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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A fresh city that counts two things and words a third, with everybody who has a part in a return. */
public final class MonitoringStory {

    /** The quarter that has just ended. */
    static final Quarter OPEN = Quarter.of(LocalDate.now(PortalClock.ZONE)).previous();

    static final String PASSWORD = "fledge-demo";

    /** Makes stories; one bean instead of a constructor with a dozen arguments in every test. */
    @TestComponent
    public static class Teller {

        private final Cities cities;
        private final UnitService units;
        private final AccountService accounts;
        private final ProgrammeService programmes;
        private final TargetService targets;
        private final RoundService rounds;
        private final RoundDates dates;
        private final ReturnService returns;
        private final EntryService entries;
        private final PortalClock clock;

        Teller(
                Cities cities,
                UnitService units,
                AccountService accounts,
                ProgrammeService programmes,
                TargetService targets,
                RoundService rounds,
                RoundDates dates,
                ReturnService returns,
                EntryService entries,
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
            this.clock = clock;
        }

        /** Its programme covers the open quarter and the one before. */
        MonitoringStory tell(int reviewLevels) {
            return tell(reviewLevels, OPEN.previous().year());
        }

        MonitoringStory tell(int reviewLevels, int firstYear) {
            return new MonitoringStory(this, reviewLevels, firstYear);
        }
    }

    final City city;
    final UUID east;
    final UUID west;
    final Actor preparer;
    final Actor otherPreparer;
    final Actor certifier;
    final Actor secondCertifier;
    final Actor jackOfAllTrades;
    final Actor reviewer;
    final Actor secondReviewer;
    final Actor westPreparer;
    final Actor westCertifier;
    final Actor planner;
    final Actor decider;
    final Actor secondDecider;
    final UUID programme;
    final UUID firms;
    final UUID share;
    final UUID words;
    final int year;

    private final Teller teller;

    private MonitoringStory(Teller teller, int reviewLevels, int firstYear) {
        this.teller = teller;
        this.year = firstYear;
        this.city = teller.cities.fresh();
        UUID root = unit("gov", UnitKind.CITY, null);
        this.east = unit("east", UnitKind.DISTRICT, root);
        this.west = unit("west", UnitKind.DISTRICT, root);
        this.preparer = person("preparer", east, Role.PREPARER);
        this.otherPreparer = person("preparer-2", east, Role.PREPARER);
        this.certifier = person("certifier", east, Role.CERTIFIER);
        this.secondCertifier = person("certifier-2", east, Role.CERTIFIER);
        this.jackOfAllTrades = person("jack", east, Role.PREPARER, Role.CERTIFIER, Role.REVIEWER);
        this.westPreparer = person("west-preparer", west, Role.PREPARER);
        this.westCertifier = person("west-certifier", west, Role.CERTIFIER);
        this.reviewer = person("reviewer", root, Role.REVIEWER);
        this.secondReviewer = person("reviewer-2", root, Role.REVIEWER);
        this.planner = person("planner", root, Role.PLANNER);
        this.decider = person("decider", root, Role.DECIDER);
        this.secondDecider = person("decider-2", root, Role.DECIDER);
        this.programme = in(() -> teller.programmes.found(new NewProgramme(
                "sample",
                ProgrammeKind.SAMPLE,
                new Bilingual("示例计划", "Sample programme"),
                year,
                year + 2,
                year - 1,
                null,
                new CollectionTerms(50, 60, 64),
                reviewLevels,
                List.of(),
                List.of())));
        this.firms = indicator("firms", Comparison.CUMULATIVE_COUNT, Measure.COUNT, Measure.COUNT, "1200");
        this.share = indicator("share", Comparison.RATIO_FLOOR, Measure.PERCENT, Measure.COUNT, "80");
        this.words = indicator("words", Comparison.QUALITATIVE, Measure.TEXT, Measure.TEXT, null);
        in(() -> {
            teller.programmes.publish(programme);
            return programme;
        });
    }

    private UUID unit(String code, UnitKind kind, @Nullable UUID parent) {
        return in(() -> teller.units.add(NewUnit.of(code, "单位" + code, "Unit " + code, kind, parent)));
    }

    private Actor person(String login, UUID unit, Role... roles) {
        in(() -> {
            UUID account = teller.accounts.open(NewAccount.of(login, "某" + login, PASSWORD));
            for (Role role : roles) {
                teller.accounts.appointAtFounding(account, unit, role, LocalDate.of(2020, 1, 1), null, "测试");
            }
            return account;
        });
        return in(() -> teller.accounts.actorOf(login));
    }

    private UUID indicator(
            String code, Comparison comparison, Measure measure, Measure values, @Nullable String target) {
        return in(() -> {
            UUID id = teller.programmes.addIndicator(
                    programme,
                    new NewIndicator(
                            code,
                            new Bilingual("总量", "Size"),
                            new Bilingual("指标" + code, "Indicator " + code),
                            measure,
                            values,
                            comparison,
                            comparison.usualAccumulation(),
                            Direction.HIGHER,
                            SplitLaw.usual(comparison),
                            Definition.NONE,
                            null,
                            new Bounds(BigDecimal.ZERO, null, BigDecimal.valueOf(50), true),
                            Pace.USUAL,
                            Source.NONE,
                            List.of(east, west),
                            List.of(east, west)));
            if (target != null) {
                teller.targets.set(
                        id,
                        NewTarget.finalOf(
                                new Goal(Operator.AT_LEAST, new BigDecimal(target), year + 2),
                                FigureStatus.SAMPLE,
                                null));
            }
            return id;
        });
    }

    <T> T in(Supplier<T> work) {
        return teller.cities.in(city, work);
    }

    /** As somebody, each service call in a transaction of its own as a request has it. */
    void as(Actor actor, Runnable work) {
        CurrentCity.run(city, () -> Actor.run(actor, work));
    }

    <T> T ask(Actor actor, Supplier<T> work) {
        return CurrentCity.supply(city, () -> Actor.supply(actor, work));
    }

    /** As if at another time. */
    void at(Instant time, Runnable work) {
        teller.clock.rehearse(time, work);
    }

    static Instant dayAfter(Quarter quarter) {
        return quarter.end().plusDays(5).atTime(9, 0).atZone(PortalClock.ZONE).toInstant();
    }

    /** Schedules and opens a quarter; the caller is already at a time after its end. */
    UUID round(Quarter quarter) {
        UUID round = ask(planner, () -> teller.rounds.schedule(programme, quarter));
        as(Actor.SYSTEM, teller.dates::open);
        return round;
    }

    UUID returnOf(UUID round, UUID unit) {
        return ask(planner, () -> teller.rounds.returnsOf(round)).stream()
                .filter(report -> report.unitId().equals(unit))
                .findFirst()
                .orElseThrow()
                .id();
    }

    ReturnSheet sheet(Actor actor, UUID returnId) {
        return ask(actor, () -> teller.returns.dossier(returnId)).sheet();
    }

    ReturnStatus status(UUID returnId) {
        return sheet(planner, returnId).report().status();
    }

    /** Fills the cells in their order: firms, numerator, denominator, words. */
    List<CellResult> fill(Actor actor, UUID returnId, String... values) {
        var results = new ArrayList<CellResult>();
        List<ReturnSheet.Line> lines = sheet(actor, returnId).lines();
        for (int i = 0; i < values.length; i++) {
            ReturnSheet.Line line = lines.get(i);
            String value = values[i];
            results.add(ask(actor, () -> teller.entries.enterValue(returnId, line.id(), value, line.valueEdition())));
        }
        return results;
    }
}
