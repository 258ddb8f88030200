package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.Bilingual;
import fledge.programme.CollectionTerms;
import fledge.programme.Definition;
import fledge.programme.FigureStatus;
import fledge.programme.IndicatorView;
import fledge.programme.NewIndicator;
import fledge.programme.NewProgramme;
import fledge.programme.NewTarget;
import fledge.programme.Pace;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.TargetService;
import fledge.programme.rules.Goal;
import fledge.support.Cities;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/**
 * A city whose one unit reports on all of Luqiao's printed indicators: five quarters accepted, one open.
 */
@TestComponent
public class MeasuredCity {

    public static final String PASSWORD = "four wet umbrellas";
    private static final Quarter OPEN = MonitoringStory.OPEN;

    private final Cities cities;
    private final CityService list;
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
    private final PortalClock clock;

    MeasuredCity(
            Cities cities,
            CityService list,
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
            PortalClock clock) {
        this.cities = cities;
        this.list = list;
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
        this.clock = clock;
    }

    /** The city, its running programme, how many indicators that has, and its open return. */
    public record Built(City city, UUID programme, int indicators, UUID openReturn) {}

    public Built build() {
        City luqiao = list.byCode("luqiao").orElseThrow();
        List<IndicatorView> printed = cities.in(
                luqiao,
                () -> programmes.programmes().stream()
                        .filter(programme -> !programme.isSample())
                        .map(ProgrammeView::id)
                        .map(programmes::indicators)
                        .max(Comparator.comparing(List::size))
                        .orElseThrow());
        City city = cities.fresh();
        UUID unit = cities.in(city, () -> units.add(NewUnit.of("all", "牵头单位", "Lead", UnitKind.DEPARTMENT, null)));
        Map<Role, Actor> staff = List.of(Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.PLANNER).stream()
                .collect(Collectors.toMap(role -> role, role -> hire(city, role, unit)));
        UUID programme = cities.in(city, () -> found("measured", printed, unit));
        UUID open = null;
        for (int index = OPEN.index() - 5; index <= OPEN.index(); index++) {
            Quarter quarter = Quarter.ofIndex(index);
            var id = new UUID[1];
            clock.rehearse(MonitoringStory.dayAfter(quarter), () -> id[0] = round(city, staff, programme, quarter));
            open = id[0];
        }
        if (open == null) {
            throw new IllegalStateException("no round");
        }
        return new Built(city, programme, printed.size(), open);
    }

    private Actor hire(City city, Role role, UUID unit) {
        String login = role.name().toLowerCase(Locale.ROOT);
        cities.in(city, () -> {
            UUID account = accounts.open(NewAccount.of(login, "某人", PASSWORD));
            return accounts.appointAtFounding(account, unit, role, LocalDate.of(2015, 1, 1), null, "建市");
        });
        return cities.in(city, () -> accounts.actorOf(login));
    }

    private UUID found(String code, List<IndicatorView> like, UUID unit) {
        int year = OPEN.year() - 1;
        UUID programme = programmes.found(new NewProgramme(
                code,
                ProgrammeKind.SAMPLE,
                new Bilingual("度量计划", "Measured programme"),
                year,
                year + 2,
                year - 1,
                null,
                new CollectionTerms(50, 60, 64),
                1,
                List.of(),
                List.of()));
        for (IndicatorView view : like) {
            UUID id = programmes.addIndicator(programme, same(view, unit));
            view.finalTarget()
                    .filter(target -> target.value() != null)
                    .ifPresent(target -> targets.set(
                            id,
                            NewTarget.finalOf(
                                    new Goal(target.operator(), target.value(), target.upper(), year + 2),
                                    FigureStatus.SAMPLE,
                                    null)));
        }
        programmes.publish(programme);
        return programme;
    }

    private static NewIndicator same(IndicatorView view, UUID unit) {
        return new NewIndicator(
                view.code(),
                new Bilingual(view.groupZh(), view.groupEn()),
                new Bilingual(view.nameZh(), view.nameEn()),
                view.measure(),
                view.valueMeasure(),
                view.comparison(),
                view.accumulation(),
                view.direction(),
                view.splitLaw(),
                new Definition(
                        words(view.definitionZh(), view.definitionEn()),
                        view.formulaText(),
                        words(view.numeratorZh(), view.numeratorEn()),
                        words(view.denominatorZh(), view.denominatorEn())),
                view.base(),
                view.bounds(),
                new Pace(view.pace(), view.yellowFrom(), view.redFrom()),
                view.source(),
                List.of(unit),
                List.of(unit));
    }

    private static @Nullable Bilingual words(@Nullable String zh, @Nullable String en) {
        return zh == null ? null : new Bilingual(zh, en == null ? zh : en);
    }

    private UUID round(City city, Map<Role, Actor> staff, UUID programme, Quarter quarter) {
        UUID round = ask(city, staff.get(Role.PLANNER), () -> rounds.schedule(programme, quarter));
        ask(city, Actor.SYSTEM, () -> {
            dates.open();
            return round;
        });
        UUID id = ask(city, staff.get(Role.PLANNER), () -> rounds.returnsOf(round))
                .getFirst()
                .id();
        if (quarter.equals(OPEN)) {
            return id;
        }
        ask(city, staff.get(Role.PREPARER), () -> {
            List<EntryService.Typed> typed = returns.dossier(id).sheet().lines().stream()
                    .map(line -> new EntryService.Typed(line.id(), false, value(line, quarter), line.valueEdition()))
                    .toList();
            return entries.enterAll(id, typed);
        });
        ask(city, staff.get(Role.PREPARER), () -> {
            List<FindingView> found = signOffs.check(id);
            if (found.stream().anyMatch(finding -> finding.findingClass() == FindingClass.A)) {
                throw new IllegalStateException(found.toString());
            }
            Map<UUID, Explanation> explained = found.stream()
                    .filter(finding -> finding.findingClass().needsExplanation())
                    .collect(Collectors.toMap(FindingView::id, finding -> new Explanation("OTHER", "与业务台账核对一致，数据属实。")));
            signOffs.explain(id, explained);
            signOffs.request(id);
            return id;
        });
        ask(city, staff.get(Role.CERTIFIER), () -> signOffs.certify(id));
        ask(city, staff.get(Role.REVIEWER), () -> {
            reviews.start(id);
            Map<UUID, Judgement> verdicts = returns.dossier(id).sheet().findings().stream()
                    .filter(finding -> finding.findingClass().needsExplanation())
                    .collect(Collectors.toMap(
                            FindingView::id, finding -> new Judgement(ExplanationVerdict.ACCEPTED, "")));
            reviews.judge(id, verdicts);
            reviews.accept(id);
            return id;
        });
        return id;
    }

    private static String value(ReturnSheet.Line line, Quarter quarter) {
        return switch (line.item()) {
            case TEXT -> "进展平稳";
            case MILESTONE -> "是";
            case NUMERATOR -> "80";
            case DENOMINATOR -> "100";
            case VALUE -> {
                var upper = line.indicator().bounds().upper();
                yield upper == null
                        ? Integer.toString(1000 + quarter.index() - OPEN.index())
                        : line.indicator().valueMeasure().fromBase(upper).toPlainString();
            }
        };
    }

    private static <T> T ask(City city, Actor actor, Supplier<T> work) {
        return CurrentCity.supply(city, () -> Actor.supply(actor, work));
    }
}
