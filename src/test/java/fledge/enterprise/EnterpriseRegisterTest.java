package fledge.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Role;
import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.Population;
import fledge.enterprise.rules.SizeClass;
import fledge.enterprise.rules.SizeFigures;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.RuleRefused;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.Staff;
import fledge.support.Witness;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The register through its services, its pages and the database: what it takes, what it refuses, what it works out. */
@PortalTest
class EnterpriseRegisterTest {

    private static final String CODE = "91331004MATT00022R";
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
    EnterpriseFinder finder;

    @Autowired
    AnnualFigureService figures;

    @Autowired
    TagService tags;

    @Autowired
    GrowthService growth;

    @Autowired
    PopulationService populations;

    @Autowired
    Pages pages;

    @Autowired
    Witness witness;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CityService list;

    private City city;
    private UUID district;
    private Actor officer;
    private Actor planner;

    @BeforeEach
    void found() {
        city = cities.fresh();
        UUID unit = staff.unit(city, "window", null);
        district = cities.in(city, () -> units.add(NewUnit.of("east", "东区", "East", UnitKind.DISTRICT, null)));
        officer = hired("officer", Role.CASE_OFFICER, unit);
        planner = hired("planner", Role.PLANNER, unit);
    }

    private Actor hired(String login, Role role, UUID unit) {
        staff.hire(city, login, role, unit);
        return CurrentCity.supply(city, () -> accounts.actorOf(login));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return cities.as(city, actor, work);
    }

    private void does(Runnable work) {
        as(officer, () -> {
            work.run();
            return true;
        });
    }

    private EnterpriseTerms terms(String name, String industry) {
        return new EnterpriseTerms(name, industry, district, FOUNDED, false, false);
    }

    private UUID register(String code, String name, String industry) {
        return as(officer, () -> enterprises.register(NewEnterprise.of(code, "", terms(name, industry))));
    }

    private static String code(int number) {
        return CreditCode.complete("91331004", "MATT%04d".formatted(number));
    }

    private static YearFigures year(long employees, long revenueWan) {
        return new YearFigures(2025, new SizeFigures(employees, revenueWan * 1_000_000, null), "企业年度报告");
    }

    private EnterpriseFile file(UUID id) {
        return as(officer, () -> finder.file(id));
    }

    /** D05 and D06, on the page. */
    @Test
    void a_wrong_code_comes_back_with_the_character_that_is_expected_and_a_right_one_is_taken() {
        Document refused = pages.press(
                city, officer, "/enterprises/new", "/enterprises", form("91331004MATT000223", "路桥试验塑料有限公司"));
        assertThat(Pages.refusals(refused)).contains("第 18 位校验码应为“R”，现为“3”");
        assertThat(refused.select("#nameZh").val()).isEqualTo("路桥试验塑料有限公司");
        assertThat(refused.select("#industryCode option[selected]").val()).isEqualTo("29");
        Document taken = pages.press(
                city, officer, "/enterprises/new", "/enterprises", form(" 91331004-matt 00022r", "路桥试验塑料有限公司"));
        assertThat(taken.select("h1").text()).isEqualTo("路桥试验塑料有限公司");
        assertThat(taken.text()).contains(CODE);
        Document zero =
                pages.press(city, officer, "/enterprises/new", "/enterprises", form("91360602MATT004360", "校验零有限公司"));
        assertThat(zero.select("h1").text()).isEqualTo("校验零有限公司");
        assertThat(Pages.refusals(
                        pages.press(city, officer, "/enterprises/new", "/enterprises", form(CODE, "又一家有限公司"))))
                .contains("已在名录中");
    }

    private String[] form(String code, String name) {
        return new String[] {
            "creditCode",
            code,
            "nameZh",
            name,
            "industryCode",
            "29",
            "districtId",
            district.toString(),
            "foundedOn",
            "2015-03-01"
        };
    }

    @Test
    void an_early_code_is_taken_with_a_reason_which_the_trail_keeps() {
        NewEnterprise early = NewEnterprise.of("91331004MATT000223", "登记机关2015年核发的首批代码", terms("首批有限公司", "29"));
        UUID id = as(officer, () -> enterprises.register(early));
        assertThat(file(id).enterprise().codeReason()).isEqualTo("登记机关2015年核发的首批代码");
        assertThat(witness.rows(city, "audit_entry"))
                .anyMatch(entry -> entry.contains("EnterpriseRegistered") && entry.contains("首批代码"));
        witness.assertWhole(city);
        assertThatThrownBy(() -> as(
                        officer,
                        () -> enterprises.register(
                                NewEnterprise.of("91331004MATT00022", "登记机关核发的首批代码", terms("短码有限公司", "29")))))
                .isInstanceOf(RuleRefused.class);
    }

    /** D01: the size with its inputs, the version of the standard, and the distance both ways. */
    @Test
    void figures_give_a_size_that_says_how_far_it_is_to_the_next_one() {
        UUID id = register(CODE, "路桥试验塑料有限公司", "29");
        assertThat(as(officer, () -> figures.record(id, year(299, 5000)))).isEqualTo(SizeClass.SMALL);
        Document page = pages.open(city, officer, "/enterprises/" + id);
        assertThat(page.text())
                .contains("从业人员再增加 1 人，即达到中型企业标准")
                .contains("从业人员低于 20 人或营业收入低于 300 万元，即降为微型")
                .contains("工信部联企业〔2011〕300号");
        assertThat(as(officer, () -> figures.record(id, year(19, 100_000)))).isEqualTo(SizeClass.MICRO);
        assertThat(file(id).years()).hasSize(1);
        assertThat(as(officer, () -> figures.record(id, new YearFigures(2025, new SizeFigures(20L, null, null), "年报"))))
                .isEqualTo(SizeClass.INCOMPLETE);
        assertThat(pages.open(city, officer, "/enterprises/" + id).text()).contains("缺少营业收入，暂不能划型");
        assertThatThrownBy(() ->
                        as(officer, () -> figures.record(id, new YearFigures(2014, new SizeFigures(1L, 1L, 1L), "年报"))))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void another_industry_gives_the_newest_year_another_size_and_none_leaves_the_word_to_an_officer() {
        UUID id = register(CODE, "试验服务有限公司", "29");
        does(() -> figures.record(id, year(250, 1000)));
        assertThat(file(id).enterprise().size()).isEqualTo(SizeClass.SMALL);
        int version = file(id).enterprise().version();
        does(() -> enterprises.revise(id, version, terms("试验服务有限公司", "51")));
        assertThat(file(id).enterprise().size()).isEqualTo(SizeClass.SMALL);
        assertThat(file(id).years().getFirst().industryCode()).isEqualTo("51");
        assertThatThrownBy(() -> does(() -> figures.decide(id, 2025, SizeClass.MICRO, "参照其他标准认定")))
                .isInstanceOf(RuleRefused.class);
        does(() -> enterprises.revise(id, file(id).enterprise().version(), terms("试验服务有限公司", "69")));
        assertThat(file(id).enterprise().size()).isEqualTo(SizeClass.NOT_CLASSIFIED);
        assertThatThrownBy(() -> does(() -> figures.decide(id, 2025, SizeClass.SMALL, "参照")))
                .isInstanceOf(RuleRefused.class);
        does(() -> figures.decide(id, 2025, SizeClass.SMALL, "参照金融业企业划型标准"));
        assertThat(file(id).enterprise().size()).isEqualTo(SizeClass.SMALL);
        assertThat(file(id).years().getFirst().size()).isEqualTo(SizeClass.NOT_CLASSIFIED);
    }

    /** D04: small by the standard, and not of the city's population. */
    @Test
    void the_citys_population_stands_beside_the_size_and_never_changes_it() {
        UUID firm = register(CODE, "规上有限公司", "29");
        UUID shop = register(CreditCode.complete("92331004", "MATT0065"), "路桥老王小吃店", "62");
        does(() -> figures.record(firm, year(60, 3000)));
        does(() -> figures.record(shop, year(2, 20)));
        does(() -> enterprises.revise(
                firm,
                file(firm).enterprise().version(),
                new EnterpriseTerms("规上有限公司", "29", district, FOUNDED, true, false)));
        assertThat(file(firm).exclusions()).isEmpty();
        assertThat(counted()).isEqualTo(2);
        as(planner, () -> {
            populations.define(new Population(true, true, true), "小微企业三年成长计划");
            return true;
        });
        assertThat(file(firm).exclusions()).containsExactly(Population.Exclusion.ABOVE_SCALE);
        assertThat(file(shop).exclusions()).containsExactly(Population.Exclusion.HOUSEHOLD);
        assertThat(file(firm).enterprise().size()).isEqualTo(SizeClass.SMALL);
        assertThat(file(shop).enterprise().size()).isEqualTo(SizeClass.MICRO);
        assertThat(counted()).isZero();
        assertThatThrownBy(() -> does(() -> populations.define(Population.EVERYBODY, "某文件")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private int counted() {
        return as(officer, () -> finder.counts(all())).stream()
                .mapToInt(ClassCount::counted)
                .sum();
    }

    private static EnterpriseFilter all() {
        return search("");
    }

    private static EnterpriseFilter search(String words) {
        return new EnterpriseFilter(words, null, null, null, null, null);
    }

    @Test
    void an_enterprise_is_found_by_part_of_its_name_its_initials_and_the_beginning_of_its_code() {
        register(code(1), "路桥恒泰塑料制品有限公司", "29");
        register(code(2), "路桥鑫源（台州）机电有限公司", "34");
        UUID software = register(code(3), "恒远软件有限公司", "65");
        assertThat(found(search("恒"))).hasSize(2);
        assertThat(found(search("塑料制品"))).containsExactly("路桥恒泰塑料制品有限公司");
        assertThat(found(search("(台州)"))).containsExactly("路桥鑫源（台州）机电有限公司");
        assertThat(found(search("htsl"))).containsExactly("路桥恒泰塑料制品有限公司");
        assertThat(found(search("HYRJ"))).containsExactly("恒远软件有限公司");
        assertThat(found(search(code(2).toLowerCase(Locale.ROOT)))).containsExactly("路桥鑫源（台州）机电有限公司");
        assertThat(found(search("91331004"))).hasSize(3);
        assertThat(found(search("料塑"))).isEmpty();
        assertThat(found(search("' or 1=1 --"))).isEmpty();
        assertThat(found(search("%"))).isEmpty();
        does(() -> enterprises.revise(software, file(software).enterprise().version(), terms("新名软件有限公司", "65")));
        assertThat(found(search("恒远"))).isEmpty();
        assertThat(found(search("xmrj"))).containsExactly("新名软件有限公司");
        assertThat(found(new EnterpriseFilter("", null, "I", null, null, null))).containsExactly("新名软件有限公司");
        assertThat(found(new EnterpriseFilter("", null, null, district, null, null)))
                .hasSize(3);
        LocalDate today = as(officer, finder::today);
        does(() -> tags.grant(software, new NewTag(TagKind.TECHNOLOGY, today.minusYears(2), today.minusDays(1), "公告")));
        assertThat(found(new EnterpriseFilter("", null, null, null, TagKind.TECHNOLOGY, null)))
                .isEmpty();
        does(() -> tags.grant(software, new NewTag(TagKind.TECHNOLOGY, today.minusYears(1), today, "公告")));
        assertThat(found(new EnterpriseFilter("", null, null, null, TagKind.TECHNOLOGY, null)))
                .hasSize(1);
    }

    private List<String> found(EnterpriseFilter filter) {
        return as(officer, () -> finder.page(filter, 0, 50)).stream()
                .map(EnterpriseLine::nameZh)
                .toList();
    }

    @Test
    void what_was_recorded_wrongly_is_withdrawn_and_what_is_known_is_not_recorded_twice() {
        UUID id = register(CODE, "成长有限公司", "29");
        LocalDate day = LocalDate.of(2024, 5, 1);
        does(() -> growth.record(id, new NewGrowth(GrowthKind.ABOVE_SCALE, day, "统计部门入库名单")));
        assertThatThrownBy(() -> does(() -> growth.record(id, new NewGrowth(GrowthKind.ABOVE_SCALE, day, "统计部门入库名单"))))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() ->
                        does(() -> growth.record(id, new NewGrowth(GrowthKind.LISTING, FOUNDED.minusDays(1), "公告"))))
                .isInstanceOf(RuleRefused.class);
        UUID step = file(id).growth().getFirst().id();
        does(() -> growth.withdraw(id, step, "录错了企业，应记在另一家"));
        assertThat(file(id).growth().getFirst().withdrawnFor()).isNotNull();
        does(() -> growth.record(id, new NewGrowth(GrowthKind.ABOVE_SCALE, day, "统计部门入库名单")));
        assertThatThrownBy(() -> does(() -> growth.withdraw(id, step, "再撤一次不行的")))
                .isInstanceOf(NotFound.class);
        UUID shop = register(CreditCode.complete("92331004", "MATT0065"), "老王小吃店", "62");
        assertThatThrownBy(() ->
                        does(() -> growth.record(shop, new NewGrowth(GrowthKind.HOUSEHOLD_TO_COMPANY, day, "登记证明"))))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void a_company_and_the_household_it_was_lead_to_each_other() {
        String old = CreditCode.complete("92331004", "MATT0066");
        UUID shop = register(old, "老李五金店", "51");
        UUID id = register(CODE, "李氏五金有限公司", "51");
        LocalDate day = LocalDate.of(2024, 5, 1);
        NewGrowth became =
                new NewGrowth(GrowthKind.HOUSEHOLD_TO_COMPANY, day, "转型登记证明", " " + old.toLowerCase(Locale.ROOT));
        for (NewGrowth wrong : List.of(
                new NewGrowth(GrowthKind.ABOVE_SCALE, day, "统计部门入库名单", old),
                new NewGrowth(GrowthKind.HOUSEHOLD_TO_COMPANY, day, "转型登记证明", CODE),
                new NewGrowth(GrowthKind.HOUSEHOLD_TO_COMPANY, day, "转型登记证明", "92331004MATT0"))) {
            assertThatThrownBy(() -> does(() -> growth.record(id, wrong)))
                    .isInstanceOfSatisfying(
                            RuleRefused.class,
                            refused -> assertThat(refused.reasons())
                                    .anyMatch(reason -> "formerCode".equals(reason.field())));
        }
        does(() -> growth.record(id, became));
        assertThat(file(id).was()).isEqualTo(new EnterpriseFile.Relative(old, shop, "老李五金店"));
        assertThat(file(shop).became()).isEqualTo(new EnterpriseFile.Relative(CODE, id, "李氏五金有限公司"));
        UUID other = register(CreditCode.complete("91331004", "MATT0067"), "另一家五金有限公司", "51");
        assertThatThrownBy(() -> does(() -> growth.record(other, became))).isInstanceOf(RuleRefused.class);
        does(() -> growth.withdraw(id, file(id).growth().getFirst().id(), "录错了企业，应记在另一家"));
        assertThat(file(shop).became()).isNull();
        does(() -> growth.record(other, became));
        assertThat(file(shop).became()).extracting(EnterpriseFile.Relative::id).isEqualTo(other);
    }

    @Test
    void steps_of_growth_are_offered_to_companies_and_all_that_is_wrong_with_one_is_said_at_once() {
        UUID shop = register(CreditCode.complete("92331004", "MATT0068"), "老赵五金店", "51");
        Document household = pages.open(city, officer, "/enterprises/" + shop);
        assertThat(household.select("main a[href$=/growth]")).isEmpty();
        assertThat(household.expectFirst("section[aria-labelledby=growth]").text())
                .contains("在转型后企业的档案中登记“个转企”");
        UUID id = register(CODE, "赵氏五金有限公司", "51");
        assertThat(pages.open(city, officer, "/enterprises/" + id).select("main a[href$=/growth]"))
                .hasSize(1);
        String form = "/enterprises/" + id + "/growth";
        Document again = pages.press(
                city, officer, form, form, "growth", "LISTING", "happenedOn", "昨天", "evidence", "", "formerCode", CODE);
        assertThat(again.select(".field-error")).hasSize(3);
        assertThat(again.select("#happenedOn").val()).isEqualTo("昨天");
        assertThat(file(id).growth()).isEmpty();
    }

    @Test
    void a_registration_moves_only_as_its_machine_allows_and_never_back_in_time() {
        UUID id = register(CODE, "状态有限公司", "29");
        LocalDate day = LocalDate.of(2024, 5, 1);
        does(() -> enterprises.move(id, EnterpriseAction.SUSPEND, day, "企业申请停业"));
        assertThatThrownBy(() -> does(() -> enterprises.move(id, EnterpriseAction.SUSPEND, day, "企业申请停业")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> does(() -> enterprises.move(id, EnterpriseAction.CANCEL, day.minusDays(1), "经核准注销登记")))
                .isInstanceOf(RuleRefused.class);
        does(() -> enterprises.move(id, EnterpriseAction.CANCEL, day, "经核准注销登记"));
        assertThat(file(id).steps()).hasSize(2);
        witness.assertTells(city, id, "enterprise", "ACTIVE", EnterpriseStatus.CANCELLED, "register");
    }

    @Test
    void nobody_else_writes_and_another_citys_enterprise_is_not_there() {
        UUID id = register(CODE, "本市有限公司", "29");
        assertThatThrownBy(() ->
                        as(planner, () -> enterprises.register(NewEnterprise.of(code(9), "", terms("计划有限公司", "29")))))
                .isInstanceOf(AccessDeniedException.class);
        City other = cities.fresh();
        UUID unit = staff.unit(other, "window", null);
        staff.hire(other, "stranger", Role.CASE_OFFICER, unit);
        Actor stranger = CurrentCity.supply(other, () -> accounts.actorOf("stranger"));
        assertThat(pages.send(other, stranger, HttpMethod.GET, "/enterprises/" + id)
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.send(
                                other,
                                stranger,
                                HttpMethod.POST,
                                "/enterprises/" + id + "/moves",
                                "action",
                                "CANCEL",
                                "since",
                                "2024-05-01",
                                "reason",
                                "经核准注销登记")
                        .getStatus())
                .isEqualTo(404);
        assertThat(file(id).enterprise().status()).isEqualTo(EnterpriseStatus.ACTIVE);
    }

    /** What the list shows, row by row and with its filter; that it was taken out stands in the trail. */
    @Test
    void the_list_is_taken_out_as_a_file_and_the_trail_says_so() {
        register(code(1), "路桥恒泰塑料制品有限公司", "29");
        register(code(2), "=路桥\"鑫源\"机电有限公司", "34");
        String all = Pages.text(pages.send(city, planner, HttpMethod.POST, "/enterprises/export"));
        assertThat(all.lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("\"" + code(1) + "\",\"路桥恒泰塑料制品有限公司\",\"29\",")
                        .contains("\"东区\"", "\"数据不全\"", "\"存续\""))
                .anySatisfy(line -> assertThat(line).contains("\"'=路桥\"\"鑫源\"\"机电有限公司\""));
        String found = Pages.text(pages.send(city, planner, HttpMethod.POST, "/enterprises/export", "words", "恒泰"));
        assertThat(found.lines()).hasSize(2);
        assertThat(cities.in(
                        city,
                        () -> jdbc.sql(
                                        "select body::jsonb->'after' from audit_entry where city_id = current_city() and action = 'EnterprisesExported' order by seq")
                                .query(String.class)
                                .list()))
                .containsExactly("{\"rows\": \"2\"}", "{\"rows\": \"1\", \"words\": \"恒泰\"}");
        Actor admin = hired("admin", Role.CITY_ADMIN, staff.unit(city, "admin", null));
        assertThat(pages.send(city, admin, HttpMethod.POST, "/enterprises/export")
                        .getStatus())
                .isEqualTo(403);
    }

    /** What no service lets happen, the database refuses as well. */
    @Test
    void the_database_keeps_the_guards_by_itself() {
        UUID id = register(CODE, "守卫有限公司", "29");
        does(() -> figures.record(id, year(50, 1000)));
        refuses("update enterprise set credit_code = '91331004MATT000223'");
        refuses("update enterprise set kind = 'HOUSEHOLD'");
        refuses("update enterprise set status = 'CANCELLED'");
        refuses("update enterprise_year set officer_class = 'MICRO', officer_reason = '无缘无故的认定'");
        refuses("update enterprise_year set revenue_fen = -1");
        assertThatThrownBy(() ->
                        cities.in(city, () -> jdbc.sql("delete from enterprise").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> cities.in(
                        city,
                        () -> jdbc.sql("update enterprise_step set reason = '改写历史记录'")
                                .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        for (int number = 0; number < 300; number++) {
            String made =
                    CreditCode.complete("91%06d".formatted(number * 2917 % 1_000_000), "MATT%04d".formatted(number));
            assertThat(cities.in(
                            city,
                            () -> jdbc.sql("select credit_code_check(?)")
                                    .param(made)
                                    .query(String.class)
                                    .single()))
                    .isEqualTo(made.substring(17));
        }
    }

    private void refuses(String sql) {
        assertThatThrownBy(() -> cities.in(city, () -> jdbc.sql(sql).update()))
                .as(sql)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** The same question to the rule for each of them, and to the database for all. */
    @Test
    void the_demonstration_has_its_five_hundred_and_those_of_its_stories_and_the_list_counts_as_the_rule_does() {
        City luqiao = list.byCode("luqiao").orElseThrow();
        Actor auditor = CurrentCity.supply(luqiao, () -> accounts.actorOf("luqiao-auditor"));
        List<ClassCount> counts = cities.as(luqiao, auditor, () -> finder.counts(all()));
        assertThat(counts.stream().mapToInt(ClassCount::number).sum()).isEqualTo(503);
        assertThat(counts).extracting(ClassCount::size).contains(SizeClass.values());
        List<EnterpriseLine> lines = cities.as(luqiao, auditor, () -> finder.page(all(), 0, 503));
        assertThat(lines).extracting(EnterpriseLine::nameZh).doesNotHaveDuplicates();
        Population population =
                cities.as(luqiao, auditor, () -> populations.population()).population();
        assertThat(population).isEqualTo(new Population(true, true, true));
        long byRule = cities.as(
                luqiao,
                auditor,
                () -> lines.stream()
                        .filter(line -> population
                                .exclusions(finder.one(line.id()).member())
                                .isEmpty())
                        .count());
        assertThat(counts.stream().mapToInt(ClassCount::counted).sum()).isEqualTo((int) byRule);
        assertThat(byRule).isBetween(100L, 450L);
        Document micro = pages.open(luqiao, auditor, "/enterprises?sizeClass=MICRO&size=20");
        assertThat(micro.select("main tbody tr")).hasSize(20);
        assertThat(micro.select("a[rel=next]").attr("href"))
                .contains("sizeClass=MICRO")
                .contains("size=20");
    }
}
