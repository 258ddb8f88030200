package fledge.representative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.access.Role;
import fledge.audit.AuditEntryView;
import fledge.audit.AuditService;
import fledge.enterprise.EnterpriseService;
import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.NewEnterprise;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.SignUp;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.identity.rules.SignUpLimit;
import fledge.kernel.RuleRefused;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.Race;
import fledge.support.RandomWalk;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** Who may act for an enterprise: signing up, claiming, the decision of somebody else, and what follows from it. */
@PortalTest
class RepresentativeTest {

    private static final String CODE = "91331004MATT00022R";
    private static final String OTHER_CODE = "91360602MATT004360";
    private static final String NAME = "东区青禾机械有限公司";
    private static final String CHECKED = "已核对营业执照原件";

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
    RepresentativeService representatives;

    @Autowired
    RepresentativeFinder finder;

    @Autowired
    AuditService audit;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private int networks;
    private City city;
    private Actor officer;
    private Actor admin;
    private UUID enterprise;

    @BeforeEach
    void found() {
        city = cities.fresh();
        UUID unit = staff.unit(city, "window", null);
        officer = hired("officer", Role.CASE_OFFICER, unit);
        admin = hired("admin", Role.CITY_ADMIN, unit);
        enterprise = registered(CODE, NAME);
    }

    private UUID registered(String code, String name) {
        UUID district = cities.in(city, () -> units.add(NewUnit.of("d" + code, "东区", "East", UnitKind.DISTRICT, null)));
        return as(
                officer,
                () -> enterprises.register(NewEnterprise.of(
                        code, "", new EnterpriseTerms(name, "34", district, LocalDate.of(2015, 3, 1), false, false))));
    }

    private Actor hired(String login, Role role, UUID unit) {
        staff.hire(city, login, role, unit);
        return actor(login);
    }

    private Actor actor(String login) {
        return CurrentCity.supply(city, () -> accounts.actorOf(login));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return cities.as(city, actor, work);
    }

    private void does(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }

    private static SignUp person(String login) {
        return new SignUp(login, "人员" + login, Staff.PASSWORD, Staff.PASSWORD);
    }

    private static Claim claim(String code, Capacity capacity) {
        return new Claim(code, NAME, capacity, "法定代表人，营业执照");
    }

    private UUID signUp(String login, Capacity capacity) {
        return as(
                Actor.ANONYMOUS,
                () -> representatives.signUp(person(login), claim(CODE, capacity), "192.0." + ++networks + ".1"));
    }

    @Test
    void a_newcomer_signs_up_is_confirmed_and_reads_the_own_file_and_no_other() {
        Document form = pages.open(city, Actor.ANONYMOUS, "/sign-up");
        assertThat(form.select("h1").text()).isEqualTo("企业用户注册");
        String guide = form.select("main a:contains(办事指南)").attr("href");
        assertThat(pages.open(city, Actor.ANONYMOUS, guide.substring(guide.indexOf("/help")))
                        .select("h1")
                        .text())
                .isEqualTo("代表企业办事");
        var answer = pages.send(
                city,
                Actor.ANONYMOUS,
                HttpMethod.POST,
                "/sign-up",
                "creditCode",
                " 91331004matt00022r ",
                "enterpriseName",
                NAME,
                "capacity",
                "SIGNATORY",
                "grounds",
                "法定代表人，营业执照",
                "personName",
                "沈青禾",
                "login",
                "qinghe",
                "password",
                Staff.PASSWORD,
                "passwordAgain",
                Staff.PASSWORD);
        assertThat(answer.getRedirectedUrl()).endsWith("/sign-in?account=qinghe");
        Actor newcomer = actor("qinghe");
        assertThat(newcomer.appointments()).isEmpty();
        assertThat(pages.open(city, newcomer, "/desk").text()).contains("我的企业", NAME, "待确认", "办事指南");
        assertThat(pages.send(city, newcomer, HttpMethod.GET, "/enterprises/" + enterprise)
                        .getStatus())
                .isEqualTo(403);

        assertThat(pages.open(city, officer, "/desk").text()).contains("有 1 件企业代表申请待确认");
        assertThat(pages.open(city, officer, "/representatives").text()).contains(NAME, "沈青禾", "企业授权签字人");
        UUID id = as(newcomer, finder::own).getFirst().id();
        String page = "/representatives/" + id;
        assertThat(Pages.refusals(pages.press(city, officer, page, page + "/confirmation", "words", "看过")))
                .isEqualTo("核实情况或理由应为 6 至 500 个字，请补充。");
        assertThat(Pages.refusals(pages.press(city, officer, page, page + "/confirmation", "words", CHECKED)))
                .isEmpty();

        Actor signatory = actor("qinghe");
        assertThat(signatory.may(Right.ENTERPRISE_OWN, enterprise)).isTrue();
        assertThat(pages.open(city, signatory, "/enterprises/" + enterprise).text())
                .contains(NAME)
                .doesNotContain("登记年度数据");
        UUID other = registered(OTHER_CODE, "另一家有限公司");
        assertThat(pages.send(city, signatory, HttpMethod.GET, "/enterprises/" + other)
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.send(city, signatory, HttpMethod.GET, "/enterprises").getStatus())
                .isEqualTo(403);
        assertThat(as(Actor.SYSTEM, () -> audit.about(id)).stream().map(AuditEntryView::action))
                .containsExactly("EnterpriseClaimed", "Representative.CONFIRM");

        assertThat(Pages.refusals(pages.press(city, officer, page, page + "/end", "words", "企业更换签字人")))
                .isEmpty();
        assertThat(actor("qinghe").may(Right.ENTERPRISE_OWN)).isFalse();
    }

    /** Everything that is wrong is said at once, at its field, and nothing is written. */
    @Test
    void a_wrong_form_opens_no_account() {
        Document page = pages.press(
                city,
                Actor.ANONYMOUS,
                "/sign-up",
                "/sign-up",
                "creditCode",
                "91331004MATT000223",
                "enterpriseName",
                "东",
                "capacity",
                "CLERK",
                "grounds",
                "短",
                "personName",
                "",
                "login",
                "officer",
                "password",
                "short",
                "passwordAgain",
                "other");
        assertThat(page.select(".field-error").eachText())
                .hasSize(7)
                .anyMatch(text -> text.contains("R"))
                .anyMatch(text -> text.contains("officer"));
        assertThat(page.select("#enterpriseName").val()).isEqualTo("东");
        assertThat(page.select("#password").val()).isEmpty();
        assertThat(Pages.refusals(pages.press(city, Actor.ANONYMOUS, "/sign-up", "/sign-up", "capacity", "OWNER")))
                .as("all that is missing at once")
                .contains("请选择以何种身份代表企业", "统一社会信用代码应为 18 位", "身份依据", "请填写姓名");
        assertThat(as(officer, () -> finder.count(List.of(RepresentativeStatus.values()))))
                .isZero();
    }

    @Test
    void the_platform_has_no_sign_up_and_a_network_is_held_back_after_ten() {
        for (int n = 0; n < SignUpLimit.FROM_NETWORK; n++) {
            String login = "clerk" + n;
            as(
                    Actor.ANONYMOUS,
                    () -> representatives.signUp(person(login), claim(CODE, Capacity.CLERK), "198.51.100.7"));
        }
        assertThatThrownBy(() -> as(
                        Actor.ANONYMOUS,
                        () -> representatives.signUp(person("eleventh"), claim(CODE, Capacity.CLERK), "198.51.100.99")))
                .hasMessageContaining("identity.sign-up.too-many");
        assertThat(as(
                        Actor.ANONYMOUS,
                        () -> representatives.signUp(person("eleventh"), claim(CODE, Capacity.CLERK), "203.0.113.1")))
                .isNotNull();
    }

    @Test
    void there_is_one_signatory_who_confirms_clerks_of_the_own_enterprise_only() {
        UUID first = signUp("first", Capacity.SIGNATORY);
        UUID second = signUp("second", Capacity.SIGNATORY);
        UUID clerk = signUp("clerk", Capacity.CLERK);
        registered(OTHER_CODE, "另一家有限公司");
        UUID foreign = as(
                Actor.ANONYMOUS,
                () -> representatives.signUp(person("foreign"), claim(OTHER_CODE, Capacity.CLERK), "192.0.2.1"));
        does(officer, () -> representatives.confirm(first, CHECKED));
        Actor signatory = actor("first");
        assertThatThrownBy(() -> does(officer, () -> representatives.confirm(second, CHECKED)))
                .hasMessageContaining("signatory-there");
        assertThatThrownBy(() -> does(signatory, () -> representatives.confirm(second, CHECKED)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> does(signatory, () -> representatives.confirm(foreign, CHECKED)))
                .isInstanceOf(NotFound.class);
        assertThat(pages.open(city, signatory, "/desk").text()).contains("有经办人申请待您确认");
        does(signatory, () -> representatives.confirm(clerk, CHECKED));
        Actor confirmed = actor("clerk");
        assertThat(confirmed.may(Right.ENTERPRISE_OWN, enterprise)).isTrue();
        assertThat(confirmed.may(Right.CLERK_CONFIRM)).isFalse();
        assertThat(pages.open(city, signatory, "/me/enterprises").text()).contains("本企业的其他代表", "人员clerk");
        does(signatory, () -> representatives.end(clerk, "已离职，不再经办"));
        assertThat(actor("clerk").appointments()).isEmpty();
    }

    @Test
    void nobody_decides_about_themselves_and_outsiders_know_nothing_of_it() {
        UUID own = as(officer, () -> representatives.claim(claim(CODE, Capacity.CLERK)));
        assertThatThrownBy(() -> does(officer, () -> representatives.confirm(own, CHECKED)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> does(admin, () -> representatives.withdraw(own)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(admin, () -> finder.one(own))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(officer, () -> representatives.claim(claim(CODE, Capacity.SIGNATORY))))
                .hasMessageContaining("claimed-already");
        does(officer, () -> representatives.withdraw(own));
        UUID waiting = as(officer, () -> representatives.claim(claim(OTHER_CODE, Capacity.CLERK)));
        Actor second = hired("officer2", Role.CASE_OFFICER, staff.unit(city, "window2", null));
        assertThatThrownBy(() -> does(second, () -> representatives.confirm(waiting, CHECKED)))
                .hasMessageContaining("not-registered");
        registered(OTHER_CODE, "另一家有限公司");
        assertThat(pages.open(city, second, "/representatives/" + waiting).text())
                .contains("与名录中的“另一家有限公司”不一致");
        does(second, () -> representatives.confirm(waiting, CHECKED));
    }

    /** The database holds what the code promises, for whoever comes past the code. */
    @Test
    void the_database_refuses_the_planted_faults() {
        UUID id = signUp("first", Capacity.SIGNATORY);
        does(officer, () -> representatives.confirm(id, CHECKED));
        UUID second = signUp("second", Capacity.SIGNATORY);
        refuses("update representative set status = 'REFUSED' where id = '" + second + "'");
        refuses("update representative set status = 'CONFIRMED', moves = 1, enterprise_id = '" + enterprise
                + "', confirmed_by = person_id where id = '" + second + "'");
        refuses("update representative set status = 'CONFIRMED', moves = 1, enterprise_id = '" + enterprise
                + "', confirmed_by = '" + officer.person() + "' where id = '" + second + "'");
        refuses("insert into representative select city_id, '" + UUID.randomUUID()
                + "', 0, 0, account_id, person_id, credit_code, enterprise_name, null, capacity, grounds, claimed_at, 'CLAIMED',"
                + " since, null from representative where id = '" + second + "'");
        assertThatThrownBy(() -> cities.in(
                        city,
                        () -> jdbc.sql("update representative set account_id = account_id")
                                .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> cities.in(
                        city, () -> jdbc.sql("delete from representative_step").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void refuses(String sql) {
        assertThatThrownBy(() -> cities.in(city, () -> jdbc.sql(sql).update()))
                .as(sql)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void of_two_signatories_confirmed_at_once_one_is() throws Exception {
        var race = new Race("two signatories");
        Actor second = hired("officer2", Role.CASE_OFFICER, staff.unit(city, "window2", null));
        for (int round = 1; round <= 6; round++) {
            UUID one = signUp("one" + round, Capacity.SIGNATORY);
            UUID other = signUp("other" + round, Capacity.SIGNATORY);
            List<Object> said =
                    race.run(() -> as(officer, () -> confirmed(one)), () -> as(second, () -> confirmed(other)));
            assertThat(said).as("round " + round).containsOnlyOnce(true);
            assertThat(said)
                    .filteredOn(RuleRefused.class::isInstance)
                    .singleElement()
                    .hasToString("fledge.kernel.RuleRefused: representative.refused.signatory-there");
            UUID winner = said.getFirst().equals(true) ? one : other;
            does(officer, () -> representatives.end(winner, "下一轮竞争之前终止"));
        }
    }

    private boolean confirmed(UUID id) {
        representatives.confirm(id, CHECKED);
        return true;
    }

    @Test
    void whatever_anybody_does_there_is_one_signatory_and_nobody_confirmed_themselves() {
        List<Actor> newcomers = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            signUp("walker" + n, n % 2 == 0 ? Capacity.SIGNATORY : Capacity.CLERK);
            newcomers.add(actor("walker" + n));
        }
        var walk = new RandomWalk("representative", this::everything);
        Supplier<UUID> any = () -> walk.anyOf(newcomers.stream()
                .map(one -> as(one, finder::own).getFirst()) // the latest; older ones are over
                .map(RepresentativeView::id)
                .toList());
        Supplier<Actor> anybody = () -> actor("walker" + walk.random().nextInt(newcomers.size()));
        walk.way("confirm", () -> does(officer, () -> representatives.confirm(any.get(), CHECKED)))
                .way("refuse", () -> does(officer, () -> representatives.refuse(any.get(), "未能核实身份依据")))
                .way("end", () -> does(officer, () -> representatives.end(any.get(), "企业更换了代表")))
                .way("withdraw", () -> does(anybody.get(), () -> representatives.withdraw(any.get())))
                .way(
                        "claim",
                        () -> as(
                                anybody.get(),
                                () -> representatives.claim(claim(CODE, walk.anyOf(List.of(Capacity.values()))))))
                .often(
                        "signatory confirms",
                        () -> does(anybody.get(), () -> representatives.confirm(any.get(), CHECKED)))
                .way("oneself ends", () -> does(anybody.get(), () -> representatives.end(any.get(), "不再代表企业")))
                .never("administrator confirms", () -> does(admin, () -> representatives.confirm(any.get(), CHECKED)));
        walk.walk(
                200,
                this::assertHolds,
                "confirm",
                "refuse",
                "end",
                "withdraw",
                "claim",
                "signatory confirms",
                "oneself ends");
    }

    private List<?> everything() {
        return cities.in(
                city,
                () -> jdbc.sql("select id, moves, status, confirmed_by from representative order by id")
                        .query()
                        .listOfRows());
    }

    private void assertHolds(String where) {
        assertThat(cities.in(city, () -> jdbc.sql("""
                                select count(*) from representative r where status = 'CONFIRMED' and (confirmed_by = person_id
                                  or capacity = 'SIGNATORY' and exists (select from representative o where o.enterprise_id = r.enterprise_id
                                    and o.id <> r.id and o.capacity = 'SIGNATORY' and o.status = 'CONFIRMED'))
                                  or moves <> (select count(*) from representative_step s where s.representative_id = r.id)""").query(Integer.class).single()))
                .as(where)
                .isZero();
    }
}
