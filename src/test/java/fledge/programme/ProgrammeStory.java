package fledge.programme;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Goal;
import fledge.programme.rules.Operator;
import fledge.support.Cities;
import fledge.tenancy.City;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fresh city with units, a planner, a decider and programmes of the documents' own numbers. */
public final class ProgrammeStory {

    static final String PASSWORD = "four wet umbrellas";

    final Cities cities;
    public final City city;
    public final UUID office;
    public final List<UUID> districts;
    final UUID group;
    public final Actor planner;
    public final Actor decider;

    private final ProgrammeService programmes;
    private final TargetService targets;

    public ProgrammeStory(
            Cities cities,
            UnitService units,
            AccountService accounts,
            ProgrammeService programmes,
            TargetService targets) {
        this.cities = cities;
        this.programmes = programmes;
        this.targets = targets;
        this.city = cities.fresh();
        UUID root = cities.in(city, () -> units.add(NewUnit.of("gov", "市政府", "Government", UnitKind.CITY, null)));
        this.office = unit(units, "office", UnitKind.OFFICE, root);
        this.districts = List.of(
                unit(units, "east", UnitKind.DISTRICT, root),
                unit(units, "south", UnitKind.DISTRICT, root),
                unit(units, "west", UnitKind.DISTRICT, root));
        this.group = unit(units, "group", UnitKind.GROUP, root);
        unit(units, "member-1", UnitKind.DEPARTMENT, group);
        unit(units, "member-2", UnitKind.DEPARTMENT, group);
        this.planner = person(accounts, "planner", Role.PLANNER);
        this.decider = person(accounts, "decider", Role.DECIDER);
    }

    private UUID unit(UnitService units, String code, UnitKind kind, UUID parent) {
        return cities.in(city, () -> units.add(NewUnit.of(code, "单位" + code, "Unit " + code, kind, parent)));
    }

    public Actor person(AccountService accounts, String login, Role role) {
        cities.in(city, () -> {
            UUID account = accounts.open(NewAccount.of(login, "某" + login, PASSWORD));
            return accounts.appointAtFounding(account, office, role, LocalDate.of(2020, 1, 1), null, "测试");
        });
        return cities.in(city, () -> accounts.actorOf(login));
    }

    public UUID printed(String code, int start, int end, int base) {
        return cities.in(
                city,
                () -> programmes.found(new NewProgramme(
                        code,
                        ProgrammeKind.PRINTED,
                        new Bilingual("雏鹰计划", "Fledgling Eagle Programme"),
                        start,
                        end,
                        base,
                        null,
                        CollectionTerms.USUAL,
                        1,
                        List.of(new NewProgramme.Phase(new Bilingual("启动阶段", "Start"), start, start, null)),
                        List.of(new NewProgramme.Document("实施意见", null, null, "市政府办公室", null, null)))));
    }

    public UUID sample() {
        int year = Year.now().getValue();
        return cities.in(
                city,
                () -> programmes.found(new NewProgramme(
                        "sample",
                        ProgrammeKind.SAMPLE,
                        new Bilingual("示例计划", "Sample programme"),
                        year - 1,
                        year + 1,
                        year - 2,
                        null,
                        CollectionTerms.USUAL,
                        1,
                        List.of(),
                        List.of())));
    }

    public NewIndicator indicator(
            String code, Comparison comparison, Measure measure, Measure values, @Nullable Base base) {
        return indicator(code, comparison, measure, values, base, List.of(districts.getFirst()));
    }

    public NewIndicator indicator(
            String code,
            Comparison comparison,
            Measure measure,
            Measure values,
            @Nullable Base base,
            List<UUID> responsible) {
        return new NewIndicator(
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
                base,
                Bounds.USUAL,
                Pace.USUAL,
                new Source("实施意见", 17, "营业收入增长55%以上"),
                responsible,
                List.of());
    }

    public UUID add(UUID programme, NewIndicator made) {
        return cities.in(city, () -> programmes.addIndicator(programme, made));
    }

    public UUID counted(UUID programme, String code) {
        return add(programme, indicator(code, Comparison.CUMULATIVE_COUNT, Measure.COUNT, Measure.COUNT, null));
    }

    public UUID target(UUID indicator, String value, int year) {
        return set(
                indicator,
                NewTarget.finalOf(
                        new Goal(Operator.AT_LEAST, new BigDecimal(value), year), FigureStatus.PRINTED, null));
    }

    public UUID set(UUID indicator, NewTarget made) {
        return cities.in(city, () -> targets.set(indicator, made));
    }

    public IndicatorView read(UUID indicator) {
        return cities.in(city, () -> programmes.indicator(indicator));
    }

    public void publish(UUID programme) {
        cities.in(city, () -> {
            programmes.publish(programme);
            return programme;
        });
    }

    public static Base base(int year, String yi) {
        return new Base(year, Measure.CNY_YI.toBase(new BigDecimal(yi)), FigureStatus.PRINTED, null);
    }
}
