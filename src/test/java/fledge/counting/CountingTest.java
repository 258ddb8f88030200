package fledge.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.enterprise.GrowthKind;
import fledge.enterprise.GrowthService;
import fledge.enterprise.NewGrowth;
import fledge.identity.AccountService;
import fledge.kernel.RuleRefused;
import fledge.monitoring.EntryService;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnStages;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.RegisteredThings;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Luqiao's steps of growth beside what its departments report: every number has its names, and goes into empty cells only when asked. */
@PortalTest
class CountingTest {

    private static final String HOUSEHOLDS = "lq_household_to_enterprise";

    @Autowired
    Cities cities;

    @Autowired
    CityService list;

    @Autowired
    AccountService accounts;

    @Autowired
    CountingService counting;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    GrowthService growth;

    @Autowired
    ReturnService returns;

    @Autowired
    EntryService entries;

    @Autowired
    ReturnStages stages;

    @Autowired
    RegisteredThings things;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private City luqiao;

    @BeforeEach
    void city() {
        luqiao = list.byCode("luqiao").orElseThrow();
    }

    private Actor actor(String login) {
        return cities.in(luqiao, () -> accounts.actorOf("luqiao-" + login));
    }

    private <T> T ask(Actor actor, Supplier<T> work) {
        return cities.as(luqiao, actor, work);
    }

    private void act(Actor actor, Runnable work) {
        ask(actor, () -> {
            work.run();
            return true;
        });
    }

    /** Of the sample, which is reported. */
    private CountingService.Counted counted(String code) {
        return ask(
                actor("planner"),
                () -> counting.counted().stream()
                        .filter(one -> one.indicator().code().equals(code)
                                && programmes
                                                .programme(one.indicator().programmeId())
                                                .kind()
                                        == ProgrammeKind.SAMPLE)
                        .findFirst()
                        .orElseThrow());
    }

    private Tally tally(CountingService.Counted of) {
        return Objects.requireNonNull(
                ask(actor("planner"), () -> counting.tallies(List.of(of))).get(of.id()));
    }

    private UUID enterpriseWithout(GrowthKind kind) {
        return ask(actor("case-officer"), () -> jdbc.sql("""
                        select e.id from enterprise e
                        where e.city_id = current_city() and e.status = 'ACTIVE' and e.kind = 'COMPANY' and e.above_scale
                          and not exists (select from growth_event g where g.city_id = e.city_id and g.enterprise_id = e.id)
                        order by e.id limit 1""").query(UUID.class).single());
    }

    @Test
    void every_number_has_its_names_and_a_step_withdrawn_counts_no_longer() {
        CountingService.Counted above = counted("lq_small_to_above_scale");
        Tally before = tally(above);
        UUID enterprise = enterpriseWithout(GrowthKind.ABOVE_SCALE);
        LocalDate today = LocalDate.now(PortalClock.ZONE);
        act(
                actor("case-officer"),
                () -> growth.record(enterprise, new NewGrowth(GrowthKind.ABOVE_SCALE, today, "统计部门入库名单")));
        Tally after = tally(above);
        assertThat(after.total()).isEqualTo(before.total() + 1);
        assertThat(after.inYear(today.getYear())).isEqualTo(before.inYear(today.getYear()) + 1);
        List<FactName> names = ask(actor("planner"), () -> counting.names(above, after, null, 0, 1000));
        assertThat(names).hasSize(after.total());
        assertThat(names.getFirst().objectId()).isEqualTo(enterprise);
        assertThat(names).isSortedAccordingTo((one, other) -> other.day().compareTo(one.day()));
        Document page =
                pages.open(luqiao, actor("planner"), "/counted-indicators/" + above.id() + "?year=" + today.getYear());
        assertThat(page.select("a[href$=/enterprises/" + enterprise + "]").text())
                .isEqualTo(names.getFirst().nameZh());
        assertThat(page.text()).contains("统计部门入库名单", "规下企业升为规上企业");
        assertThat(pages.open(
                                luqiao,
                                actor("planner"),
                                "/progress/indicators/" + above.indicator().id())
                        .select("section[aria-labelledby=counted] a[href$=/counted-indicators/" + above.id() + "]"))
                .isNotEmpty();

        UUID step = ask(
                actor("case-officer"),
                () -> jdbc.sql("select id from growth_event where city_id = current_city() and enterprise_id = :id")
                        .param("id", enterprise)
                        .query(UUID.class)
                        .single());
        act(actor("case-officer"), () -> growth.withdraw(enterprise, step, "录入有误，实际未升规"));
        assertThat(tally(above).total()).isEqualTo(before.total());
        assertThat(ask(actor("planner"), () -> counting.names(above, before, null, 0, 1000)))
                .hasSize(before.total())
                .noneMatch(one -> one.objectId().equals(enterprise));
    }

    @Test
    void the_number_stands_above_the_form_and_goes_into_empty_cells_only() {
        ReturnStages.Prepared prepared = stages.at(ReturnStages.Stage.DRAFT);
        City city = prepared.city();
        Actor preparer = cities.in(city, () -> accounts.actorOf("preparer"));
        Actor planner = cities.in(city, () -> accounts.actorOf("planner"));
        UUID enterprise = Objects.requireNonNull(
                things.in(city, prepared.units().getFirst()).get("/enterprises"));
        Actor officer = cities.in(city, () -> accounts.actorOf("things-officer"));
        LocalDate day =
                sheet(city, preparer, prepared).report().round().period().start();
        cities.as(city, officer, () -> {
            growth.record(enterprise, new NewGrowth(GrowthKind.LISTING, day, "挂牌公告"));
            return counting;
        });
        cities.as(city, planner, () -> counting.count(prepared.indicators().getFirst(), CountedFact.LISTING));
        String form = "/returns/" + prepared.returnId() + "/form";
        assertThat(pages.open(city, preparer, form)
                        .select("section[aria-labelledby=counted] tbody td.num")
                        .eachText())
                .containsExactly("1", "1,000", "+999");
        assertThat(cities.as(city, preparer, () -> counting.fill(prepared.returnId())))
                .isZero();
        assertThat(line(city, preparer, prepared).content().value()).isEqualByComparingTo("1000");

        ReturnSheet.Line line = line(city, preparer, prepared);
        cities.as(city, preparer, () -> entries.enterValue(prepared.returnId(), line.id(), "", line.valueEdition()));
        pages.open(city, preparer, form);
        assertThat(line(city, preparer, prepared).content().isFilled())
                .as("looking at the page fills nothing in")
                .isFalse();
        assertThat(pages.press(city, preparer, form, "/returns/" + prepared.returnId() + "/counted-facts")
                        .text())
                .contains("已填入 1 项，请逐项核对");
        assertThat(line(city, preparer, prepared).content().value()).isEqualByComparingTo("1");
    }

    private ReturnSheet sheet(City city, Actor preparer, ReturnStages.Prepared prepared) {
        return cities.as(city, preparer, () -> returns.dossier(prepared.returnId()))
                .sheet();
    }

    private ReturnSheet.Line line(City city, Actor preparer, ReturnStages.Prepared prepared) {
        return sheet(city, preparer, prepared).lines().stream()
                .filter(line -> line.id().equals(prepared.lineId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_reported_figure_is_compared_with_the_facts_of_its_unit_and_period() {
        CountingService.Counted households = counted(HOUSEHOLDS);
        Tally tally = tally(households);
        List<CountingService.Reported> reported = ask(actor("auditor"), () -> counting.reported(households, tally));
        assertThat(reported)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(one -> assertThat(one.facts())
                        .isEqualTo(ask(
                                actor("auditor"),
                                () -> jdbc.sql("""
                                select count(*) from growth_event where city_id = current_city() and withdrawn_at is null
                                  and kind = 'HOUSEHOLD_TO_COMPANY' and happened_on between :from and :to""")
                                        .param("from", one.period().start())
                                        .param("to", one.period().end())
                                        .query(Integer.class)
                                        .single())));
    }

    @Test
    void a_district_counts_its_own_and_what_lies_nowhere_counts_for_the_city_alone() {
        UUID east = UUID.randomUUID();
        UUID west = UUID.randomUUID();
        LocalDate first = LocalDate.of(2026, 4, 1);
        LocalDate last = LocalDate.of(2026, 6, 30);
        var tally = new Tally(
                LocalDate.of(2025, 1, 1),
                last,
                List.of(
                        new FactMonth(east, YearMonth.of(2026, 3), 1),
                        new FactMonth(east, YearMonth.of(2026, 4), 2),
                        new FactMonth(west, YearMonth.of(2026, 6), 4),
                        new FactMonth(null, YearMonth.of(2026, 5), 8)));
        assertThat(tally.of(Territory.of(Set.of(east)), first, last)).isEqualTo(2);
        assertThat(tally.of(Territory.of(Set.of(east, west)), first, last)).isEqualTo(6);
        assertThat(tally.of(Territory.CITY, first, last)).isEqualTo(14);
        assertThat(tally.total()).isEqualTo(15);
        assertThat(tally.inYear(2025)).isZero();
        assertThat(tally.upTo(2025)).isZero();
        assertThat(tally.upTo(2026)).isEqualTo(15);
    }

    @Test
    void the_planner_chooses_once_and_takes_back_what_was_chosen_wrongly() {
        Actor planner = actor("planner");
        CountingService.Counted listing = counted("lq_neeq_listed");
        assertThatThrownBy(() ->
                        ask(planner, () -> counting.count(listing.indicator().id(), CountedFact.LISTING)))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> act(actor("auditor"), () -> counting.end(listing.id())))
                .isInstanceOf(AccessDeniedException.class);
        Document refused = pages.press(
                luqiao, planner, "/counted-indicators", "/counted-indicators", "indicator", "nonsense", "fact", "x");
        assertThat(Pages.refusals(refused)).contains("请选择一项尚未按名录计数的数量指标", "请选择统计的事实");

        assertThat(pages.press(
                                luqiao,
                                planner,
                                "/counted-indicators/" + listing.id(),
                                "/counted-indicators/" + listing.id() + "/removal")
                        .text())
                .contains("已取消按名录计数");
        assertThatThrownBy(() -> ask(planner, () -> counting.one(listing.id()))).isInstanceOf(NotFound.class);
        Document again = pages.press(
                luqiao,
                planner,
                "/counted-indicators",
                "/counted-indicators",
                "indicator",
                listing.indicator().id().toString(),
                "fact",
                "LISTING");
        assertThat(again.text()).contains("已设为按名录计数");
        assertThat(ask(planner, () -> jdbc.sql("""
                                select count(*) from audit_entry where city_id = current_city()
                                  and action in ('IndicatorCounted', 'IndicatorNoLongerCounted')""").query(Integer.class).single()))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void another_citys_is_not_there() {
        CountingService.Counted households = counted(HOUSEHOLDS);
        City other = list.byCode("jinan").orElse(luqiao);
        Actor stranger = cities.in(other, () -> accounts.actorOf(other.code() + "-planner"));
        assertThat(other).isNotEqualTo(luqiao);
        assertThat(pages.send(other, stranger, HttpMethod.GET, "/counted-indicators/" + households.id())
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.send(other, stranger, HttpMethod.POST, "/counted-indicators/" + households.id() + "/removal")
                        .getStatus())
                .isEqualTo(404);
        assertThat(tally(households).total()).isNotNegative();
    }
}
