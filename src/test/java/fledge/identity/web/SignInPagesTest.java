package fledge.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccessDenied;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.PeopleService;
import fledge.identity.SignInFailed;
import fledge.identity.SignInSucceeded;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
@RecordApplicationEvents
class SignInPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cities cities;

    @Autowired
    Staff staff;

    @Autowired
    SignedInAs signedInAs;

    @Autowired
    AccountService accounts;

    @Autowired
    PeopleService people;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    ApplicationEvents events;

    City city;
    UUID unit;
    Visitor visitor;

    @BeforeEach
    void aCityWithOnePlanner() {
        city = cities.fresh();
        unit = staff.unit(city, "top", null);
        staff.hire(city, "planner", Role.PLANNER, unit);
        visitor = new Visitor(mvc, city.code());
    }

    @Test
    void the_right_password_leads_to_the_desk_with_a_new_session_id() throws Exception {
        visitor.see("/sign-in");
        String before = visitor.sessionCookie();
        MockHttpServletResponse answer = visitor.signIn("planner", Staff.PASSWORD);
        assertThat(answer.getRedirectedUrl()).isEqualTo(visitor.path("/desk"));
        assertThat(visitor.sessionCookie()).isNotEqualTo(before);
        assertThat(visitor.see("/me/sessions").getStatus()).isEqualTo(200);
        assertThat(events.stream(SignInSucceeded.class)).hasSize(1);
        assertThat(mvc.perform(get(visitor.path("/me/sessions")).cookie(new Cookie("FLEDGE", before)))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(visitor.path("/sign-in?return=%2Fme%2Fsessions"));
    }

    @Test
    void an_unknown_name_and_a_wrong_password_get_the_same_answer() throws Exception {
        String wrong = refusedWith("planner", "not my password");
        String unknown = refusedWith("nobody", Staff.PASSWORD);
        assertThat(wrong).isEqualTo(unknown).contains("账号或密码不正确");
        assertThat(events.stream(SignInFailed.class).map(SignInFailed::login)).containsExactly("planner", null);
    }

    @Test
    void the_account_of_another_city_is_unknown_here() throws Exception {
        City other = cities.fresh();
        staff.hire(other, "neighbour", Role.PLANNER, staff.unit(other, "top", null));
        assertThat(refusedWith("neighbour", Staff.PASSWORD)).contains("账号或密码不正确");
    }

    @Test
    void failures_make_the_next_try_wait_and_the_right_password_has_to_wait_as_well() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(refusedWith("planner", "wrong " + i)).doesNotContain("之后再试");
        }
        assertThat(refusedWith("planner", "wrong again")).contains("账号或密码不正确").contains("之后再试");
        assertThat(refusedWith("planner", Staff.PASSWORD)).contains("此前多次登录未成功");
        assertThat(new Visitor(mvc, city.code())
                        .signIn("somebody-else", "wrong")
                        .getRedirectedUrl())
                .as("the whole town hall is not kept waiting")
                .contains("/sign-in");
    }

    @Test
    void the_right_password_makes_earlier_failures_forgotten() throws Exception {
        for (int round = 0; round < 2; round++) {
            refusedWith("planner", "wrong");
            refusedWith("planner", "wrong");
            assertThat(visitor.signIn("planner", Staff.PASSWORD).getRedirectedUrl())
                    .isEqualTo(visitor.path("/desk"));
        }
    }

    @Test
    void a_protected_page_asks_to_sign_in_and_returns_there() throws Exception {
        MockHttpServletResponse asked = visitor.see("/people?words=a");
        assertThat(asked.getRedirectedUrl()).isEqualTo(visitor.path("/sign-in?return=%2Fpeople%3Fwords%3Da"));
        Document page = Visitor.page(visitor.see("/sign-in?return=/people?words=a"));
        assertThat(page.select("input[name=return]").val()).isEqualTo("/people?words=a");
        assertThat(visitor.submit(
                                "/sign-in",
                                Map.of(
                                        "login", "planner",
                                        "password", Staff.PASSWORD,
                                        "return", "//evil.example/"))
                        .getRedirectedUrl())
                .isEqualTo(visitor.path("/desk"));
    }

    @Test
    void a_script_without_a_session_is_told_so_and_not_redirected() throws Exception {
        assertThat(visitor.send(get(visitor.path("/people")).accept("application/json"))
                        .getStatus())
                .isEqualTo(401);
        assertThat(visitor.send(put(visitor.path("/cells/1")).accept("application/json"))
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void a_script_with_an_old_token_gets_the_fresh_one() throws Exception {
        visitor.signIn("planner", Staff.PASSWORD);
        MockHttpServletResponse answer = visitor.send(
                put(visitor.path("/cells/1")).accept("application/json").header("X-CSRF-TOKEN", "old"));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getHeader("X-CSRF-TOKEN")).isNotBlank();
    }

    @Test
    void a_page_of_another_city_is_not_there() throws Exception {
        City other = cities.fresh();
        visitor.signIn("planner", Staff.PASSWORD);
        assertThat(visitor.send(get("/" + other.code() + "/units")).getStatus()).isEqualTo(404);
        assertThat(visitor.send(get("/" + city.code() + "/units")).getStatus()).isEqualTo(200);
    }

    @Test
    void what_is_not_permitted_is_refused_and_audited() throws Exception {
        assertThat(mvc.perform(get(visitor.path("/people")).with(signedInAs.account(city, "planner")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(events.stream(AccessDenied.class).map(AccessDenied::path)).containsExactly("/people");
    }

    @Test
    void a_form_whose_session_expired_is_kept_and_sent_again_after_the_sign_in() throws Exception {
        Actor admin = administrator();
        visitor.signIn("admin", Staff.PASSWORD);
        visitor.see("/people/new");
        visitor.forgetSession();
        MockHttpServletResponse expired = visitor.submit(
                "/people", Map.of("login", "newcomer", "personName", "赵六 <b>", "somePassword", "never kept"));
        assertThat(expired.getRedirectedUrl()).isEqualTo(visitor.path("/sign-in?return=%2Fresume"));
        assertThat(Visitor.page(visitor.see("/sign-in?return=/resume")).text()).contains("已经保留");
        MockHttpServletResponse in =
                visitor.submit("/sign-in", Map.of("login", "admin", "password", Staff.PASSWORD, "return", "/resume"));
        assertThat(in.getRedirectedUrl()).isEqualTo(visitor.path("/resume"));

        Document resume = Visitor.page(visitor.see("/resume"));
        assertThat(resume.text()).contains("赵六 <b>").doesNotContain("never kept");
        Element form = Objects.requireNonNull(resume.selectFirst("form[action=" + visitor.path("/people") + "]"));
        assertThat(form.select("input[name=login]").val()).isEqualTo("newcomer");
        MockHttpServletResponse done = visitor.submit(
                "/people",
                Map.of(
                        "login", form.select("input[name=login]").val(),
                        "personName", form.select("input[name=personName]").val()));
        assertThat(done.getRedirectedUrl()).startsWith(visitor.path("/people/"));
        assertThat(cities.as(city, admin, () -> people.search("newcomer"))).hasSize(1);
    }

    @Test
    void another_site_can_neither_act_nor_leave_a_form_to_be_sent_again() throws Exception {
        visitor.signIn("planner", Staff.PASSWORD);
        assertThat(visitor.send(post(visitor.path("/people"))
                                .header("Sec-Fetch-Site", "cross-site")
                                .param("login", "evil"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.send(post(visitor.path("/people"))
                                .header("Origin", "https://evil.example")
                                .param("login", "evil"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.see("/resume").getRedirectedUrl()).isEqualTo(visitor.path("/desk"));
    }

    @Test
    void signing_out_ends_the_session_and_takes_a_post() throws Exception {
        visitor.signIn("planner", Staff.PASSWORD);
        assertThat(visitor.submit("/sign-out", Map.of()).getRedirectedUrl()).isEqualTo(visitor.path("/"));
        assertThat(visitor.see("/me/sessions").getRedirectedUrl()).contains("/sign-in");
    }

    @Test
    void one_ends_the_other_sessions_of_ones_account() throws Exception {
        Visitor elsewhere = new Visitor(mvc, city.code());
        elsewhere.signIn("planner", Staff.PASSWORD);
        visitor.signIn("planner", Staff.PASSWORD);
        Document list = Visitor.page(visitor.see("/me/sessions"));
        assertThat(list.select("tbody tr")).hasSize(2);
        String ending = list.select("tbody form").attr("action");
        visitor.submit(ending.substring(city.code().length() + 1), Map.of());
        assertThat(elsewhere.see("/me/sessions").getRedirectedUrl()).contains("/sign-in");
        assertThat(visitor.see("/me/sessions").getStatus()).isEqualTo(200);
    }

    @Test
    void a_session_ends_eight_hours_after_its_sign_in_however_busy() throws Exception {
        visitor.signIn("planner", Staff.PASSWORD);
        makeOlder(sessions, city.code() + "/planner");
        assertThat(visitor.see("/me/sessions").getRedirectedUrl()).contains("/sign-in");
    }

    @Test
    void a_one_time_password_has_to_be_changed_before_anything_else() throws Exception {
        String password = cities.in(city, () -> accounts.openWithOneTimePassword("fresh", "新人"))
                .password();
        cities.in(
                city,
                () -> accounts.appointAtFounding(
                        accounts.actorOf("fresh").accountId(),
                        unit,
                        Role.PLANNER,
                        LocalDate.of(2020, 1, 1),
                        null,
                        "建市"));
        visitor.signIn("fresh", password);
        assertThat(visitor.see("/units").getRedirectedUrl()).isEqualTo(visitor.path("/me/password"));
        visitor.see("/me/password");
        assertThat(visitor.submit(
                                "/me/password",
                                Map.of(
                                        "presentPassword", password,
                                        "password", "seven green kettles",
                                        "passwordAgain", "seven green kettles"))
                        .getRedirectedUrl())
                .isEqualTo(visitor.path("/me/sessions"));
        assertThat(visitor.see("/units").getStatus()).isEqualTo(200);
    }

    @Test
    void every_page_carries_the_headers_that_keep_others_out() throws Exception {
        MockHttpServletResponse page =
                visitor.send(get(visitor.path("/sign-in")).secure(true));
        assertThat(page.getHeader("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
                        + " form-action 'self'; frame-ancestors 'none'");
        assertThat(page.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.getHeader("Permissions-Policy")).contains("camera=()");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("Set-Cookie"))
                .startsWith("__Host-FLEDGE=")
                .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void the_cookie_is_without_tls_on_one_s_own_machine_only() {
        assertThat(cookie("http", "localhost")).startsWith("FLEDGE=").doesNotContain("Secure");
        assertThat(cookie("http", "127.0.0.1")).startsWith("FLEDGE=").contains("Path=/", "HttpOnly", "SameSite=Lax");
        assertThat(cookie("http", "portal.example"))
                .startsWith("__Host-FLEDGE=")
                .contains("Secure");
        assertThat(cookie("https", "localhost")).startsWith("__Host-FLEDGE=").contains("Secure");
    }

    @Test
    void the_demonstration_lists_its_accounts_and_a_click_fills_one_in() throws Exception {
        cities.in(city, () -> accounts.open(NewAccount.listed("shown", "李四", "fledge-demo", "编制计划", "plans")));
        Document page = Visitor.page(visitor.see("/sign-in?account=shown"));
        assertThat(page.select("input[name=login]").val()).isEqualTo("shown");
        assertThat(page.text()).contains("fledge-demo", "编制计划").doesNotContain("人员planner");
    }

    @Test
    void the_pages_about_people_and_units_open_for_an_administrator() throws Exception {
        administrator();
        visitor.signIn("admin", Staff.PASSWORD);
        UUID planner = Objects.requireNonNull(
                CurrentCity.supply(city, () -> accounts.actorOf("planner")).accountId());
        for (String path : new String[] {
            "/units",
            "/people",
            "/people?words=plan",
            "/people/new",
            "/people/" + planner,
            "/appointments",
            "/me/password"
        }) {
            MockHttpServletResponse page = visitor.see(path);
            assertThat(page.getStatus()).as(path).isEqualTo(200);
            assertThat(Visitor.page(page).select("h1")).as(path).hasSize(1);
            assertThat(page.getContentAsString()).as(path).doesNotContain("??");
        }
        assertThat(visitor.see("/people/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    }

    private Actor administrator() {
        UUID account = staff.hire(city, "admin", Role.CITY_ADMIN, unit);
        return CurrentCity.supply(city, () -> accounts.actorOf(account));
    }

    private static <S extends Session> void makeOlder(FindByIndexNameSessionRepository<S> sessions, String principal) {
        S session = sessions.findByPrincipalName(principal).values().iterator().next();
        Instant nineHoursAgo = Instant.now().minus(Duration.ofHours(9));
        session.setAttribute(Entrance.KEY, new Entrance(nineHoursAgo, "", ""));
        sessions.save(session);
    }

    private static String cookie(String scheme, String host) {
        var request = new MockHttpServletRequest("GET", "/luqiao/desk");
        request.setContextPath("/luqiao");
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        request.setServerName(host);
        var response = new MockHttpServletResponse();
        new SessionCookie().writeCookieValue(new CookieSerializer.CookieValue(request, response, "x"));
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }

    private String refusedWith(String login, String password) throws Exception {
        var anew = new Visitor(mvc, city.code());
        anew.see("/sign-in");
        assertThat(anew.submit("/sign-in", Map.of("login", login, "password", password))
                        .getRedirectedUrl())
                .startsWith(anew.path("/sign-in"));
        return Objects.requireNonNull(Visitor.page(anew.see("/sign-in")).selectFirst(".notice-error"))
                .text();
    }
}
