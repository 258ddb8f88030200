package fledge.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.identity.AccountService;
import fledge.kernel.Period;
import fledge.kernel.RuleRefused;
import fledge.monitoring.DueReturn;
import fledge.monitoring.EntryService;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnView;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The monthly statistics of Jiangmen's base beside its ledger: shown, put into empty cells when asked, never in the place of a figure. */
@PortalTest
class LedgerStatisticsTest {

    @Autowired
    Cities cities;

    @Autowired
    CityService list;

    @Autowired
    AccountService accounts;

    @Autowired
    BaseService bases;

    @Autowired
    ResidencyLedger ledger;

    @Autowired
    LedgerStatistics statistics;

    @Autowired
    ReturnService returns;

    @Autowired
    EntryService entries;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Staff staff;

    @Autowired
    PortalClock clock;

    private City jiangmen;

    @BeforeEach
    void city() {
        jiangmen = list.byCode("jiangmen").orElseThrow();
    }

    private Actor actor(String login) {
        return cities.in(jiangmen, () -> accounts.actorOf("jiangmen-" + login));
    }

    private <T> T ask(Actor actor, Supplier<T> work) {
        return cities.as(jiangmen, actor, work);
    }

    private ReturnView open(Actor operator) {
        return ask(operator, returns::own).stream()
                .filter(report -> report.status().isWritable())
                .findFirst()
                .orElseThrow();
    }

    private ReturnSheet.Line line(Actor operator, UUID report, String code) {
        return ask(operator, () -> returns.dossier(report)).sheet().lines().stream()
                .filter(line -> line.indicator().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void type(Actor operator, UUID report, String code, String value) {
        ReturnSheet.Line line = line(operator, report, code);
        ask(operator, () -> entries.enterValue(report, line.id(), value, line.valueEdition()));
    }

    private BigDecimal counted(Actor operator, Period period) {
        return ask(operator, () -> {
            BaseView base = bases.list(BaseFilter.ALL).getFirst();
            var span = new LedgerSpan(base.id(), period.start(), period.end());
            return BigDecimal.valueOf(ledger.ofSpans(List.of(span)).get(span).residents());
        });
    }

    @Test
    void the_ledger_stands_above_the_grid_and_goes_into_empty_cells_only_when_asked() {
        Actor operator = actor("base-operator");
        ReturnView report = open(operator);
        BigDecimal residents = counted(operator, report.round().period());
        String form = "/returns/" + report.id() + "/form";
        type(operator, report.id(), "jm_m_tenants", "49");
        type(operator, report.id(), "jm_m_jobs", "1360");
        Document shown = pages.open(jiangmen, operator, form);
        assertThat(shown.select("section[aria-labelledby=ledger] tbody").text())
                .contains("入驻企业", "49", residents.toPlainString(), "吸纳就业", "1,360");
        assertThat(shown.select("form[action$=/ledger-figures]")).isEmpty();
        assertThat(ask(operator, () -> statistics.fill(report.id()))).isZero();
        assertThat(line(operator, report.id(), "jm_m_tenants").content().value())
                .isEqualByComparingTo("49");

        type(operator, report.id(), "jm_m_tenants", "");
        assertThat(line(operator, report.id(), "jm_m_tenants").content().isFilled())
                .as("looking at the page fills nothing in")
                .isFalse();
        Document filled = pages.press(jiangmen, operator, form, "/returns/" + report.id() + "/ledger-figures");
        assertThat(filled.text()).contains("已填入 1 项");
        assertThat(line(operator, report.id(), "jm_m_tenants").content().value())
                .isEqualByComparingTo(residents);
        assertThat(line(operator, report.id(), "jm_m_jobs").content().value()).isEqualByComparingTo("1360");
        assertThat(ask(
                        actor("auditor"),
                        () -> jdbc.sql(
                                        "select count(*) from audit_entry where action = 'FigureEntered' and body like '%jm_m_tenants%'"
                                                + " and login = 'jiangmen-base-operator'")
                                .query(Integer.class)
                                .single()))
                .isGreaterThanOrEqualTo(3);
        type(operator, report.id(), "jm_m_tenants", "48");
    }

    @Test
    void only_the_units_own_preparer_fills() {
        Actor operator = actor("base-operator");
        UUID report = open(operator).id();
        assertThat(pages.send(
                                jiangmen,
                                actor("qifan-certifier"),
                                HttpMethod.POST,
                                "/returns/" + report + "/ledger-figures")
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.send(
                                jiangmen,
                                actor("yuanhang-preparer"),
                                HttpMethod.POST,
                                "/returns/" + report + "/ledger-figures")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void reported_figures_and_the_ledger_stand_side_by_side_with_the_difference() {
        Actor planner = actor("planner");
        Document page = pages.open(jiangmen, planner, "/ledger-comparisons");
        assertThat(page.select("tbody th a").eachText()).containsExactly("入驻企业", "吸纳就业");
        String one = page.select("tbody th a").first().attr("href").substring("/jiangmen".length());
        Document shown = pages.open(jiangmen, planner, one);
        assertThat(shown.select("tbody tr")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(shown.select("tbody").text()).contains("有差额", "47");
        UUID indicator =
                ask(planner, statistics::compared).getFirst().indicator().id();
        assertThatThrownBy(() -> ask(planner, () -> statistics.compare(indicator, LedgerFigure.RESIDENTS)))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> ask(planner, () -> statistics.compare(UUID.randomUUID(), LedgerFigure.LEFT)))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> ask(actor("auditor"), () -> statistics.compare(indicator, LedgerFigure.RESIDENTS)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void the_base_says_which_month_is_due_next_and_leads_there() {
        Actor operator = actor("base-operator");
        ReturnView report = open(operator);
        DueReturn next = ask(operator, () -> returns.nextMonth(report.unitId())).orElseThrow();
        assertThat(next.report().id()).isEqualTo(report.id());
        String base = "/bases/"
                + ask(operator, () -> bases.list(BaseFilter.ALL).getFirst().id());
        clock.rehearse(next.dueAt().minusSeconds(1), () -> {
            Element month = month(operator, base);
            assertThat(month.text()).contains("统计月报：", "今天截止").doesNotContain("逾期");
            assertThat(month.select(".notice-warning")).isEmpty();
            assertThat(month.select("a").eachAttr("href"))
                    .containsExactly("/jiangmen/returns/" + report.id() + "/form");
            assertThat(month(actor("planner"), base).select("a").eachAttr("href"))
                    .containsExactly("/jiangmen/returns/" + report.id());
            Element officer = month(actor("case-officer"), base);
            assertThat(officer.text()).contains("统计月报：");
            assertThat(officer.select("a")).as("who may not read returns").isEmpty();
        });
        clock.rehearse(next.dueAt(), () -> {
            Element month = month(operator, base);
            assertThat(month.select(".notice-warning").text()).contains("已逾期 1 天", "请尽快报送");
        });
    }

    @Test
    void where_nothing_is_due_the_base_says_so_and_without_an_operator_nothing() {
        var story = new BaseStory(cities, staff, accounts, bases);
        String path = "/bases/" + story.base;
        String section = "section[aria-labelledby=month]";
        assertThat(pages.open(story.city, story.actor("operator"), path)
                        .select(section)
                        .text())
                .isEqualTo("统计月报 目前没有待报的统计月报。");
        assertThat(pages.open(story.city, story.actor("east-preparer"), path).select(section))
                .as("sees the base, and does not run it")
                .isEmpty();
        UUID printed = cities.in(
                jiangmen,
                () -> jdbc.sql("select id from base where operator_unit_id is null limit 1")
                        .query(UUID.class)
                        .single());
        assertThat(pages.open(jiangmen, actor("planner"), "/bases/" + printed).select(section))
                .isEmpty();
    }

    private Element month(Actor actor, String base) {
        return pages.open(jiangmen, actor, base).expectFirst("section[aria-labelledby=month]");
    }
}
