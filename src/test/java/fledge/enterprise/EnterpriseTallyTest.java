package fledge.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.enterprise.rules.SizeClass;
import fledge.enterprise.rules.SizeFigures;
import fledge.support.PortalTest;
import fledge.support.Race;
import fledge.support.Superuser;
import fledge.tenancy.City;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tally says what the register has, whatever is done to it, and a wrong one would be noticed. */
@PortalTest
class EnterpriseTallyTest {

    @Autowired
    RegisterStory.Teller stories;

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

    private RegisterStory story;
    private City city;
    private UUID east;
    private UUID west;

    @BeforeEach
    void found() {
        story = stories.begin();
        city = story.city;
        east = story.district;
        west = story.district("west", "西区");
    }

    private static String name(int number) {
        return "东区第" + number + "有限公司";
    }

    private UUID register(int number) {
        return story.register(number, name(number));
    }

    private int wrong() {
        return story.in(tally::wrong);
    }

    private int changes() {
        return story.in(() -> jdbc.sql("select count(*) from enterprise_tally")
                .query(Integer.class)
                .single());
    }

    private int counted(@Nullable UUID district, @Nullable EnterpriseStatus status) {
        return story.as(() -> finder.counts(new EnterpriseFilter("", null, null, district, null, status))).stream()
                .mapToInt(ClassCount::number)
                .sum();
    }

    @Test
    void what_the_register_does_is_tallied_and_folding_changes_no_count() {
        List<UUID> ids = IntStream.range(0, 12).mapToObj(this::register).toList();
        story.as(() -> figures.record(ids.get(0), new YearFigures(2024, new SizeFigures(10L, 1_000_000L, 1L), "年报")));
        story.revise(ids.get(1), name(1), west, true);
        story.does(() -> enterprises.move(ids.get(2), EnterpriseAction.CANCEL, LocalDate.of(2024, 5, 1), "经核准注销登记"));
        for (int turn = 0; turn < 2; turn++) {
            assertThat(wrong()).isZero();
            assertThat(counted(null, null)).isEqualTo(12);
            assertThat(counted(west, null)).isEqualTo(1);
            assertThat(counted(east, EnterpriseStatus.CANCELLED)).isEqualTo(1);
            assertThat(story.as(() -> finder.counts(new EnterpriseFilter("", SizeClass.MICRO, null, null, null, null))))
                    .containsExactly(new ClassCount(SizeClass.MICRO, 1, 1));
            fold();
        }
        assertThat(changes()).isEqualTo(4);
    }

    /** The same question to the tally and, by a search that every name answers to, to the enterprises themselves. */
    @Test
    void the_tally_and_the_enterprises_answer_alike() {
        for (int n = 0; n < 7; n++) {
            UUID id = register(n);
            if (n % 2 == 1) {
                story.revise(id, name(n), west, false);
            }
        }
        assertThat(story.as(() -> finder.counts(new EnterpriseFilter("", null, null, null, null, null))))
                .isEqualTo(story.as(() -> finder.counts(new EnterpriseFilter("有限公司", null, null, null, null, null))));
        assertThat(story.as(() -> finder.counts(new EnterpriseFilter("没有这样的企业", null, null, null, null, null))))
                .isEmpty();
    }

    private void grow(UUID enterprise, GrowthKind kind, LocalDate day) {
        story.does(() -> growth.record(enterprise, new NewGrowth(kind, day, "统计局批复")));
    }

    private List<GrowthMonth> grown(YearMonth from, YearMonth to) {
        return story.as(() -> growths.months(EnumSet.allOf(GrowthKind.class), from, to));
    }

    @Test
    void steps_of_growth_are_tallied_by_month_and_move_with_their_enterprise() {
        UUID first = register(1);
        UUID second = register(2);
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
        story.revise(first, name(1), west, false);
        assertThat(wrong()).isZero();
        assertThat(grown(june, june))
                .containsExactlyInAnyOrder(
                        new GrowthMonth(GrowthKind.ABOVE_SCALE, east, june, 1),
                        new GrowthMonth(GrowthKind.ABOVE_SCALE, west, june, 1));
        UUID step = story.as(() -> finder.file(second)).growth().getFirst().id();
        story.does(() -> growth.withdraw(second, step, "认定后撤回，录入有误"));
        assertThat(wrong()).isZero();
        assertThat(grown(june, june)).containsExactly(new GrowthMonth(GrowthKind.ABOVE_SCALE, west, june, 1));
        fold();
        assertThat(wrong()).isZero();
        superuser.run("delete from growth_tally where kind = 'ABOVE_SCALE' and city_id = " + city.id());
        assertThat(wrong()).isEqualTo(1);
    }

    private void fold() {
        story.in(() -> {
            tally.fold();
            return true;
        });
    }

    @Test
    void those_who_enter_at_once_and_who_folds_meanwhile_lose_nothing() throws Exception {
        Callable<?>[] works = IntStream.range(0, 10)
                .mapToObj(n -> (Callable<?>) () -> n % 5 == 4
                        ? story.in(() -> {
                            tally.fold();
                            return true;
                        })
                        : register(n))
                .toArray(Callable<?>[]::new);
        assertThat(new Race("the tally").run(works)).noneMatch(Throwable.class::isInstance);
        assertThat(wrong()).isZero();
        assertThat(counted(null, null)).isEqualTo(8);
    }

    @Test
    void a_wrong_tally_would_be_noticed() {
        register(1);
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
