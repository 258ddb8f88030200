package fledge.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.SizeClass;
import fledge.enterprise.rules.SizeFigures;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Race;
import fledge.support.Staff;
import fledge.support.Superuser;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tally says what the register has, whatever is done to it, and a wrong one would be noticed. */
@PortalTest
class EnterpriseTallyTest {

    private static final LocalDate FOUNDED = LocalDate.of(2015, 3, 1);

    @Autowired
    Cities cities;

    @Autowired
    Staff staff;

    @Autowired
    UnitService units;

    @Autowired
    AccountService accounts;

    @Autowired
    EnterpriseService enterprises;

    @Autowired
    AnnualFigureService figures;

    @Autowired
    EnterpriseFinder finder;

    @Autowired
    GrowthService growth;

    @Autowired
    GrowthCounts growths;

    @Autowired
    EnterpriseTally tally;

    @Autowired
    Superuser superuser;

    @Autowired
    JdbcClient jdbc;

    private City city;
    private UUID east;
    private UUID west;
    private Actor officer;

    @BeforeEach
    void found() {
        city = cities.fresh();
        UUID unit = staff.unit(city, "window", null);
        east = cities.in(city, () -> units.add(NewUnit.of("east", "东区", "East", UnitKind.DISTRICT, null)));
        west = cities.in(city, () -> units.add(NewUnit.of("west", "西区", "West", UnitKind.DISTRICT, null)));
        staff.hire(city, "officer", Role.CASE_OFFICER, unit);
        officer = CurrentCity.supply(city, () -> accounts.actorOf("officer"));
    }

    private <T> T as(Supplier<T> work) {
        return cities.as(city, officer, work);
    }

    private UUID register(int number, UUID district) {
        return as(() -> enterprises.register(NewEnterprise.of(
                CreditCode.complete("91331004", "MATT%04d".formatted(number)),
                "",
                new EnterpriseTerms("东区第" + number + "有限公司", "29", district, FOUNDED, false, false))));
    }

    private int wrong() {
        return cities.in(city, tally::wrong);
    }

    private int changes() {
        return cities.in(
                city,
                () -> jdbc.sql("select count(*) from enterprise_tally")
                        .query(Integer.class)
                        .single());
    }

    private int counted(@Nullable UUID district, @Nullable EnterpriseStatus status) {
        return as(() -> finder.counts(new EnterpriseFilter("", null, null, district, null, status))).stream()
                .mapToInt(ClassCount::number)
                .sum();
    }

    @Test
    void what_the_register_does_is_tallied_and_folding_changes_no_count() {
        List<UUID> ids = IntStream.range(0, 12).mapToObj(n -> register(n, east)).toList();
        as(() -> figures.record(ids.get(0), new YearFigures(2024, new SizeFigures(10L, 1_000_000L, 1L), "年报")));
        as(() -> {
            EnterpriseView second = finder.one(ids.get(1));
            enterprises.revise(
                    second.id(),
                    second.version(),
                    new EnterpriseTerms(second.nameZh(), "29", west, FOUNDED, true, false));
            enterprises.move(ids.get(2), EnterpriseAction.CANCEL, LocalDate.of(2024, 5, 1), "经核准注销登记");
            return true;
        });
        for (int turn = 0; turn < 2; turn++) {
            assertThat(wrong()).isZero();
            assertThat(counted(null, null)).isEqualTo(12);
            assertThat(counted(west, null)).isEqualTo(1);
            assertThat(counted(east, EnterpriseStatus.CANCELLED)).isEqualTo(1);
            assertThat(as(() -> finder.counts(new EnterpriseFilter("", SizeClass.MICRO, null, null, null, null))))
                    .containsExactly(new ClassCount(SizeClass.MICRO, 1, 1));
            fold();
        }
        assertThat(changes()).isEqualTo(4);
    }

    /** The same question to the tally and, by a search that every name answers to, to the enterprises themselves. */
    @Test
    void the_tally_and_the_enterprises_answer_alike() {
        for (int n = 0; n < 7; n++) {
            register(n, n % 2 == 0 ? east : west);
        }
        assertThat(as(() -> finder.counts(new EnterpriseFilter("", null, null, null, null, null))))
                .isEqualTo(as(() -> finder.counts(new EnterpriseFilter("有限公司", null, null, null, null, null))));
        assertThat(as(() -> finder.counts(new EnterpriseFilter("没有这样的企业", null, null, null, null, null))))
                .isEmpty();
    }

    private void grow(UUID enterprise, GrowthKind kind, LocalDate day) {
        as(() -> {
            growth.record(enterprise, new NewGrowth(kind, day, "统计局批复"));
            return true;
        });
    }

    private void moveTo(UUID enterprise, UUID district) {
        as(() -> {
            EnterpriseView now = finder.one(enterprise);
            enterprises.revise(
                    now.id(), now.version(), new EnterpriseTerms(now.nameZh(), "29", district, FOUNDED, false, false));
            return true;
        });
    }

    private List<GrowthMonth> grown(YearMonth from, YearMonth to) {
        return as(() -> growths.months(EnumSet.allOf(GrowthKind.class), from, to));
    }

    @Test
    void steps_of_growth_are_tallied_by_month_and_move_with_their_enterprise() {
        UUID first = register(1, east);
        UUID second = register(2, east);
        YearMonth june = YearMonth.of(2024, 6);
        grow(first, GrowthKind.ABOVE_SCALE, june.atDay(1));
        grow(second, GrowthKind.ABOVE_SCALE, june.atEndOfMonth());
        grow(first, GrowthKind.SHAREHOLDING_REFORM, june.plusMonths(1).atDay(1));
        for (int turn = 0; turn < 2; turn++) {
            assertThat(wrong()).isZero();
            assertThat(grown(june, june)).containsExactly(new GrowthMonth(GrowthKind.ABOVE_SCALE, east, june, 2));
            assertThat(grown(june.plusMonths(1), june.plusMonths(1)))
                    .containsExactly(new GrowthMonth(GrowthKind.SHAREHOLDING_REFORM, east, june.plusMonths(1), 1));
            assertThat(grown(june.plusMonths(2), june.plusYears(1))).isEmpty();
            fold();
        }
        moveTo(first, west);
        assertThat(wrong()).isZero();
        assertThat(grown(june, june))
                .containsExactlyInAnyOrder(
                        new GrowthMonth(GrowthKind.ABOVE_SCALE, east, june, 1),
                        new GrowthMonth(GrowthKind.ABOVE_SCALE, west, june, 1));
        UUID step = as(() -> finder.file(second)).growth().getFirst().id();
        as(() -> {
            growth.withdraw(second, step, "认定后撤回，录入有误");
            return true;
        });
        assertThat(wrong()).isZero();
        assertThat(grown(june, june)).containsExactly(new GrowthMonth(GrowthKind.ABOVE_SCALE, west, june, 1));
        fold();
        assertThat(wrong()).isZero();
        superuser.run("delete from growth_tally where kind = 'ABOVE_SCALE' and city_id = " + city.id());
        assertThat(wrong()).isEqualTo(1);
    }

    private void fold() {
        cities.in(city, () -> {
            tally.fold();
            return true;
        });
    }

    @Test
    void those_who_enter_at_once_and_who_folds_meanwhile_lose_nothing() throws Exception {
        Callable<?>[] works = IntStream.range(0, 10)
                .mapToObj(n -> (Callable<?>) () -> n % 5 == 4
                        ? cities.in(city, () -> {
                            tally.fold();
                            return true;
                        })
                        : register(n, east))
                .toArray(Callable<?>[]::new);
        assertThat(new Race("the tally").run(works)).noneMatch(Throwable.class::isInstance);
        assertThat(wrong()).isZero();
        assertThat(counted(null, null)).isEqualTo(8);
    }

    @Test
    void a_wrong_tally_would_be_noticed() {
        register(1, east);
        assertThat(wrong()).isZero();
        superuser.run("update enterprise_tally set number = number + 1 where city_id = " + city.id());
        assertThat(wrong()).isEqualTo(1);
        superuser.run(
                "update enterprise_tally set number = number - 1, size_class = 'LARGE' where city_id = " + city.id());
        assertThat(wrong()).isEqualTo(2);
        superuser.run("delete from enterprise_tally where city_id = " + city.id());
        assertThat(wrong()).isEqualTo(1);
    }
}
