package fledge.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Role;
import fledge.audit.AuditEntryView;
import fledge.audit.AuditService;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.SignUp;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.representative.Capacity;
import fledge.representative.Claim;
import fledge.representative.RepresentativeService;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.SampleFiles;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who adds files to an enterprise, opens and withdraws them, asked at each request and of the service behind it. */
@PortalTest
class EnterpriseAttachmentsTest {

    private static final String CODE = "91331004MATT00022R";
    private static final String OTHER_CODE = "91360602MATT004360";
    private static final String LICENCE = "营业执照（副本）.png";

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
    EnterpriseAttachments files;

    @Autowired
    AuditService audit;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private City city;
    private UUID district;
    private UUID enterprise;
    private Actor officer;
    private Actor auditor;
    private Actor preparer;

    @BeforeEach
    void found() {
        city = cities.fresh();
        UUID unit = staff.unit(city, "window", null);
        district = cities.in(city, () -> units.add(NewUnit.of("east", "东区", "East", UnitKind.DISTRICT, null)));
        officer = hired("officer", Role.CASE_OFFICER, unit);
        auditor = hired("auditor", Role.AUDITOR, unit);
        preparer = hired("preparer", Role.PREPARER, unit);
        enterprise = registered(CODE, "东区青禾机械有限公司");
    }

    private Actor hired(String login, Role role, UUID unit) {
        staff.hire(city, login, role, unit);
        return actor(login);
    }

    private Actor actor(String login) {
        return CurrentCity.supply(city, () -> accounts.actorOf(login));
    }

    private UUID registered(String code, String name) {
        return cities.as(
                city,
                officer,
                () -> enterprises.register(NewEnterprise.of(
                        code, "", new EnterpriseTerms(name, "34", district, LocalDate.of(2015, 3, 1), false, false))));
    }

    /** A clerk of that enterprise, confirmed by the officer. */
    private Actor clerk(String login, String code) {
        UUID claim = cities.as(
                city,
                Actor.ANONYMOUS,
                () -> representatives.signUp(
                        new SignUp(login, "沈小禾", Staff.PASSWORD, Staff.PASSWORD),
                        new Claim(code, "企业", Capacity.CLERK, "综合办公室主任，授权书"),
                        "192.0.2." + login.length()));
        cities.as(city, officer, () -> {
            representatives.confirm(claim, "已核对营业执照和授权书原件");
            return claim;
        });
        return actor(login);
    }

    /** As the portal calls it: each step of taking a file in has a transaction of its own. */
    private <T> T as(Actor actor, Supplier<T> work) {
        return CurrentCity.supply(city, () -> Actor.supply(actor, work));
    }

    private UUID handIn(Actor by) {
        return as(by, () -> files.handIn(enterprise, LICENCE, SampleFiles.picture()));
    }

    private String list() {
        return "/enterprises/" + enterprise + "/attachments";
    }

    private int status(Actor by, HttpMethod method, String path) {
        return pages.send(city, by, method, path).getStatus();
    }

    @Test
    void an_officer_keeps_a_licence_on_the_page_of_the_enterprise_and_readers_open_it() {
        UUID file = handIn(officer);
        assertThat(pages.open(city, officer, "/enterprises/" + enterprise)
                        .select("section:has(#files)")
                        .text())
                .contains(LICENCE, "管理附件");
        assertThat(pages.open(city, auditor, "/enterprises/" + enterprise)
                        .select("section:has(#files)")
                        .text())
                .contains(LICENCE)
                .doesNotContain("管理附件");
        var answer = pages.send(city, auditor, HttpMethod.GET, list() + "/" + file);
        assertThat(answer.getContentAsByteArray()).isEqualTo(SampleFiles.picture());
        assertThat(answer.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(pages.open(city, auditor, list()).select("form[enctype]")).isEmpty();

        pages.press(city, officer, list(), list() + "/" + file + "/withdrawal");
        assertThat(pages.open(city, auditor, list()).text()).contains("已撤下");
        assertThat(cities.as(city, auditor, () -> audit.about(enterprise)).stream()
                        .map(AuditEntryView::action))
                .contains("FileHandedIn", "FileWithdrawn");
    }

    @Test
    void its_own_people_hand_in_and_read_and_an_officer_withdraws() {
        Actor clerk = clerk("clerk", CODE);
        UUID file = handIn(clerk);
        assertThat(status(clerk, HttpMethod.GET, list() + "/" + file)).isEqualTo(200);
        var page = pages.open(city, clerk, list());
        assertThat(page.select("form[enctype]")).hasSize(1);
        assertThat(page.select("form[action$=withdrawal]")).isEmpty();
        assertThat(status(clerk, HttpMethod.POST, list() + "/" + file + "/withdrawal"))
                .isEqualTo(403);
        assertThatThrownBy(() -> as(clerk, () -> {
                    files.withdraw(enterprise, file);
                    return file;
                }))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(pages.open(city, officer, list()).select("form[action$=withdrawal]"))
                .hasSize(1);
    }

    @Test
    void people_of_another_enterprise_learn_nothing_of_it() {
        registered(OTHER_CODE, "另一家有限公司");
        Actor stranger = clerk("other-clerk", OTHER_CODE);
        UUID file = handIn(officer);
        assertThat(status(stranger, HttpMethod.GET, list())).isEqualTo(404);
        assertThat(status(stranger, HttpMethod.GET, list() + "/" + file)).isEqualTo(404);
        assertThatThrownBy(() -> handIn(stranger)).isInstanceOf(NotFound.class);
        assertThat(status(stranger, HttpMethod.POST, list())).isEqualTo(404);
        assertThat(as(officer, () -> files.open(enterprise, file)).bytes()).isNotEmpty();
    }

    @Test
    void without_the_right_nobody_reads_or_adds() {
        UUID file = handIn(officer);
        assertThat(status(preparer, HttpMethod.GET, list())).isEqualTo(403);
        assertThat(status(preparer, HttpMethod.GET, list() + "/" + file)).isEqualTo(403);
        assertThat(status(auditor, HttpMethod.POST, list())).isEqualTo(403);
        assertThat(status(auditor, HttpMethod.POST, list() + "/" + file + "/withdrawal"))
                .isEqualTo(403);
        assertThatThrownBy(() -> as(preparer, () -> files.open(enterprise, file)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> handIn(auditor)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_file_opens_below_its_own_enterprise_and_in_its_own_city_only() {
        UUID file = handIn(officer);
        UUID other = registered(OTHER_CODE, "另一家有限公司");
        assertThat(status(officer, HttpMethod.GET, "/enterprises/" + other + "/attachments/" + file))
                .isEqualTo(404);
        assertThat(status(officer, HttpMethod.POST, "/enterprises/" + other + "/attachments/" + file + "/withdrawal"))
                .isEqualTo(404);
        City elsewhere = cities.fresh();
        staff.hire(elsewhere, "officer", Role.CASE_OFFICER, staff.unit(elsewhere, "window", null));
        Actor theirs = CurrentCity.supply(elsewhere, () -> accounts.actorOf("officer"));
        assertThat(pages.send(elsewhere, theirs, HttpMethod.GET, list()).getStatus())
                .isEqualTo(404);
        assertThat(pages.send(elsewhere, theirs, HttpMethod.GET, list() + "/" + file)
                        .getStatus())
                .isEqualTo(404);
        assertThatThrownBy(() -> CurrentCity.supply(
                        elsewhere,
                        () -> Actor.supply(theirs, () -> files.handIn(enterprise, LICENCE, SampleFiles.picture()))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_database_takes_no_file_of_an_enterprise_that_is_not_there() {
        UUID file = handIn(officer);
        assertThatThrownBy(() -> cities.in(
                        city,
                        () -> jdbc.sql("insert into attachment select city_id, gen_random_uuid(), 0, owner_kind,"
                                        + " gen_random_uuid(), file_name, kind, size, sha256, wrapped_key, scan,"
                                        + " handed_in_by, handed_in_at, null, null from attachment where id = :file")
                                .param("file", file)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("there is no such enterprise");
    }
}
