package fledge.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.access.Role;
import fledge.monitoring.ReturnStages;
import fledge.support.ActingAs;
import fledge.support.HttpVisitor;
import fledge.support.PortalTest;
import fledge.support.RegisteredThings;
import fledge.support.SignedInAs;
import fledge.support.Staff;
import fledge.support.StatementCount;
import fledge.support.Superuser;
import fledge.tenancy.City;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is sent to an address that changes something, by somebody who may: never a fault of ours, nothing half written, and
 * a refused form comes back with everything typed and a sentence. Addresses and their fields are read from the handlers, so
 * that a new one is tried as well.
 */
@PortalTest
class BadInputTest {

    private static final String LONG = "长".repeat(100_000);

    /** What nobody means, in every field. */
    private static final List<String> HOSTILE = List.of(
            "",
            " \t\u3000 ",
            LONG,
            "9".repeat(400),
            "a\0b",
            "\u0001\u0007\u001b[31m\u007f",
            "\u202eevil\u202c\u2066\u200b\ufeff",
            "'; DROP TABLE city; --",
            "<script>alert(1)</script>\" onload=\"x",
            "${7*7}#{T(java.lang.Runtime)}__${x}__",
            "1e309",
            "1e-400",
            "NaN",
            "-Infinity",
            "-1",
            "-0.000000000000000000001",
            "99999999999999999999",
            "2147483648",
            "0x1F",
            "１，２，３",
            "00000000-0000-0000-0000-000000000000",
            "01234567-89ab-7cde-8f01-23456789abcZ",
            "\ud800",
            "x\udc00\ud83d",
            "%zz%00%ED%A0%80",
            "null",
            "../../etc/passwd",
            "true,false",
            "2026-02-30",
            "[1,2]{\"a\":1}");

    /** Where a refusal is allowed to leave something: what tells of it and of who was refused. */
    private static final Set<String> TRACES = Set.of("audit_entry", "audit_head", "sign_in_delay");

    private static final Pattern WRITES =
            Pattern.compile("(insert|update|delete|merge)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int NARROW = 2;

    private static final List<String> WORST = List.of("", LONG, "a\0b", "9".repeat(400), "-1", "\ud800");

    /** What a form has in its other fields, so that a handler gets as far as the hostile one. */
    private static final Map<String, String> PLAUSIBLE = Map.of(
            "version", "0",
            "reason", "数据有误，需要更正",
            "titleZh", "通知",
            "bodyZh", "请按时报送。",
            "nameZh", "新增企业",
            "groupZh", "总量",
            "by", "weights",
            "code", "WRONG_FIGURE",
            "value", "12");

    @Autowired
    MockMvc mvc;

    @Autowired
    ReturnStages stages;

    @Autowired
    RegisteredThings things;

    @Autowired
    ActingAs actingAs;

    @Autowired
    SignedInAs signedInAs;

    @Autowired
    Staff staff;

    @Autowired
    Superuser superuser;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @LocalServerPort
    int port;

    private record Route(HttpMethod method, String pattern, HandlerMethod handler) {
        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** What is put in place of something plausible. */
    private record Attempt(Map<String, List<String>> values) {

        boolean has(String value) {
            return values.containsValue(List.of(value));
        }

        @Override
        public String toString() {
            String text = values.toString();
            return text.length() > 300 ? text.substring(0, 300) + "… " + text.length() : text;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_sent_to_any_address_is_a_fault_or_leaves_half_of_it(ReturnStages.Stage stage) throws Exception {
        ReturnStages.Prepared prepared = stages.at(stage);
        ReturnStages.Prepared elsewhere = stages.at(ReturnStages.Stage.DRAFT);
        UUID victim = staff.hire(
                prepared.city(), "victim", Role.EXPERT, prepared.units().getFirst());
        var world = new World(
                prepared,
                elsewhere,
                victim,
                things.in(prepared.city(), prepared.units().getFirst()));
        var complaints = new ArrayList<String>();
        Set<Route> returned = new HashSet<>();
        for (Route route : routes()) {
            world.actor(route); // whose account may have to be opened first
        }
        for (Route route : routes()) {
            boolean ofAReturn = route.pattern().startsWith("/returns/");
            if (stage != ReturnStages.Stage.DRAFT && !ofAReturn) {
                continue;
            }
            for (Attempt attempt : attempts(route, world)) {
                world.send(route, attempt, complaints, returned);
            }
            for (String path : world.wrongPaths(route)) {
                int status = world.perform(route, path, Map.of()).getResponse().getStatus();
                if (status >= 500) {
                    complaints.add(route + " at " + path + ": " + status);
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(returned).as("forms that came back refused").isNotEmpty();
    }

    @Test
    void bytes_that_are_no_text_are_refused_by_the_real_server_as_well() throws Exception {
        ReturnStages.Prepared prepared = stages.at(ReturnStages.Stage.DRAFT);
        var visitor = new HttpVisitor(
                URI.create("http://localhost:" + port), prepared.city().code());
        visitor.signIn("preparer", "fledge-demo");
        var stranger = new HttpVisitor(
                URI.create("http://localhost:" + port), prepared.city().code());
        String cells = "/returns/" + prepared.returnId() + "/cells";
        String cell = cells + "/" + prepared.lineId() + "/value";
        for (String body : List.of(
                "value=%ED%A0%80&version=1",
                "value=%zz&version=1",
                "value=%",
                "value=%C0%AF&version=1",
                "value=%FF%FE&version=1",
                "value=%00&version=1",
                "%=&=%&&&===",
                "value",
                "version=1",
                "value=1&value=2&version=1&version=2",
                "",
                "value=" + "1".repeat(3_000_000),
                "a=1&".repeat(20_000) + "value=1")) {
            assertThat(visitor.raw("PUT", cell, body).statusCode())
                    .as("PUT " + body.substring(0, Math.min(40, body.length())))
                    .isBetween(200, 499);
            assertThat(visitor.raw("POST", cells, body).statusCode())
                    .as("POST " + body.substring(0, Math.min(40, body.length())))
                    .isBetween(200, 499);
        }
        for (String body :
                List.of("login=%ED%A0%80&password=x", "login=%zz", "_csrf=%FF&login=a", "a=1&".repeat(20_000))) {
            for (String path : List.of("/sign-in", "/sign-out", cells)) {
                assertThat(stranger.raw("POST", path, body).statusCode())
                        .as("POST " + path + " " + body.substring(0, Math.min(40, body.length())))
                        .isBetween(200, 499);
            }
        }
        for (String path : List.of(
                "/returns/%ED%A0%80",
                "/returns/%2e%2e%2fdesk",
                "/returns/%00",
                "/audit?page=%ff",
                "/progress?lang=%zz",
                "/sign-in?return=%0d%0aSet-Cookie:x=1",
                "/returns/" + "9".repeat(5000))) {
            assertThat(visitor.rawGet(path)).as(path).isBetween(200, 499);
        }
    }

    @Test
    void something_half_written_would_be_noticed() throws Exception {
        ReturnStages.Prepared prepared = stages.at(ReturnStages.Stage.DRAFT);
        long before = fingerprint(prepared.city());
        assertThat(fingerprint(prepared.city())).isEqualTo(before);
        superuser.run("update return_line set note = note || 'x' where id = '" + prepared.lineId() + "'");
        assertThat(fingerprint(prepared.city())).isNotEqualTo(before);
    }

    private List<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("fledge"))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .flatMap(method -> entry.getKey().getPatternValues().stream()
                                .map(pattern -> new Route(method.asHttpMethod(), pattern, entry.getValue()))))
                .sorted(Comparator.comparing(Route::pattern))
                .toList();
    }

    /** The fields of a handler: its parameters, the components of its form, and the names that a free map is asked for. */
    private static Set<String> fields(Route route, World world) {
        var fields = new LinkedHashSet<String>();
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            Class<?> type = parameter.getParameterType();
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (Map.class.isAssignableFrom(type) && asked != null) {
                fields.addAll(world.mapFields());
            } else if (asked != null) {
                String name = asked.name().isEmpty() ? parameter.getParameterName() : asked.name();
                fields.add(name == null ? "" : name);
            } else if (type.isRecord() && type.getPackageName().startsWith("fledge")) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(fields::add);
            }
        }
        return fields;
    }

    /** A narrow form gets every value in every field alone; a wide one the worst alone, and every value beside the others. */
    private static List<Attempt> attempts(Route route, World world) {
        var attempts = new ArrayList<Attempt>();
        attempts.add(new Attempt(Map.of()));
        List<String> fields = List.copyOf(fields(route, world));
        List<String> values =
                Stream.concat(HOSTILE.stream(), world.strangers().stream()).toList();
        for (String field : fields) {
            (fields.size() <= NARROW ? values : WORST)
                    .forEach(value -> attempts.add(new Attempt(Map.of(field, List.of(value)))));
            attempts.add(new Attempt(Map.of(field, List.of("1", "2", "x"))));
            attempts.add(new Attempt(Map.of(field + "[0].a[b]", List.of("1"))));
            attempts.add(new Attempt(Map.of(field + ".class.classLoader", List.of("1"))));
        }
        for (int turn = 0; turn < values.size() && fields.size() > NARROW; turn++) {
            var all = new LinkedHashMap<String, List<String>>();
            for (int at = 0; at < fields.size(); at++) {
                all.put(fields.get(at), List.of(values.get((at + turn) % values.size())));
            }
            attempts.add(new Attempt(all));
        }
        return attempts;
    }

    /** Every row of the city, but those that tell of refusals and of who was refused. */
    private long fingerprint(City city) throws SQLException {
        try (Connection connection = superuser.connect();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select table_name from information_schema.columns where table_schema = 'fledge' and column_name = 'city_id'""")) {
                while (rows.next()) {
                    if (!TRACES.contains(rows.getString(1))) {
                        tables.add(rows.getString(1));
                    }
                }
            }
            String sums = tables.stream()
                    .map(table -> "select sum(hashtextextended(t::text, 7)::numeric) as h from " + table
                            + " t where city_id = " + city.id())
                    .collect(Collectors.joining(" union all "));
            try (var rows = statement.executeQuery(
                    "select coalesce(sum(h), 0) % 9000000000000000000 from (" + sums + ") as all_tables")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** A city that is being sent nonsense. */
    private final class World {

        private final ReturnStages.Prepared here;
        private final ReturnStages.Prepared elsewhere;
        private final UUID victim;
        private final Map<String, UUID> registered;
        private @Nullable Long print;

        World(ReturnStages.Prepared here, ReturnStages.Prepared elsewhere, UUID victim, Map<String, UUID> registered) {
            this.here = here;
            this.elsewhere = elsewhere;
            this.victim = victim;
            this.registered = registered;
        }

        Set<String> mapFields() {
            UUID unit = here.units().getFirst();
            return new LinkedHashSet<>(List.of(
                    "value-" + here.lineId(),
                    "value-" + here.lineId() + ".version",
                    "note-" + here.lineId(),
                    "value-" + elsewhere.lineId(),
                    "explanation-" + here.lineId(),
                    "reason-" + here.lineId(),
                    "verdict-" + here.lineId(),
                    "judgement-" + here.lineId(),
                    "part-" + unit + "-2026",
                    "weight-" + unit,
                    "units",
                    "by",
                    "version"));
        }

        /** Objects that exist, in another city. */
        List<String> strangers() {
            return List.of(
                    elsewhere.returnId().toString(),
                    elsewhere.units().getFirst().toString(),
                    elsewhere.programme().toString());
        }

        void send(Route route, Attempt attempt, List<String> complaints, Set<Route> returned) throws Exception {
            var form = new LinkedHashMap<String, List<String>>();
            fields(route, this).forEach(field -> {
                if (PLAUSIBLE.containsKey(field)) {
                    form.put(field, List.of(PLAUSIBLE.get(field)));
                } else if (field.startsWith("weight-")) {
                    form.put(field, List.of("3"));
                } else if (field.equals("units")) {
                    form.put(field, List.of(here.units().getFirst().toString()));
                }
            });
            form.putAll(attempt.values());
            if (print == null) {
                print = fingerprint(here.city());
            }
            MvcResult[] result = new MvcResult[1];
            StatementCount.Sent sent =
                    StatementCount.during(() -> result[0] = perform(route, path(route.pattern()), form));
            MockHttpServletResponse answer = result[0].getResponse();
            int status = answer.getStatus();
            Object refusal = result[0].getFlashMap().get("refusal");
            if (status >= 500) {
                complaints.add(route + " " + attempt + ": " + status);
            }
            boolean refused = status >= 400 || refusal != null;
            boolean wrote = sent.statements().stream()
                    .anyMatch(sql -> WRITES.matcher(sql.strip()).matches()
                            && TRACES.stream().noneMatch(sql::contains));
            if (!refused && wrote) {
                print = null;
            } else if (wrote && fingerprint(here.city()) != print) {
                complaints.add(route + " " + attempt + ": refused with " + status + ", and something was written");
                print = null;
            }
            if (refusal != null) {
                inspect(route, attempt, answer, refusal, complaints, returned.add(route));
            }
        }

        private void inspect(
                Route route,
                Attempt attempt,
                MockHttpServletResponse answer,
                Object refusal,
                List<String> complaints,
                boolean first)
                throws Exception {
            List<?> reasons = (List<?>) ReflectionTestUtils.getField(refusal, "reasons");
            Map<?, ?> typed = (Map<?, ?>) ReflectionTestUtils.getField(refusal, "typed");
            if (reasons == null || reasons.isEmpty()) {
                complaints.add(route + " " + attempt + ": refused without a sentence");
            }
            attempt.values().forEach((field, values) -> {
                boolean secret = field.toLowerCase(Locale.ROOT).contains("password");
                String[] back = typed == null ? null : (String[]) typed.get(field);
                if (!secret && (back == null || !List.of(back).equals(values))) {
                    complaints.add(route + " " + attempt + ": " + field + " is not back as typed");
                }
            });
            if (first || attempt.has(LONG) || attempt.has("\ud800")) {
                var again = get(URI.create(answer.getRedirectedUrl())).with(actor(route));
                if (answer.getCookie("FLEDGE") != null) {
                    again.cookie(answer.getCookie("FLEDGE"));
                }
                MockHttpServletResponse page = mvc.perform(again).andReturn().getResponse();
                if (page.getStatus() != 200) {
                    complaints.add(route + " " + attempt + ": the page it came from answers " + page.getStatus());
                } else if (answer.getCookie("FLEDGE") != null
                        && !page.getContentAsString().contains("error-summary")) {
                    complaints.add(route + " " + attempt + ": the page it came from says nothing");
                }
            }
        }

        MvcResult perform(Route route, String path, Map<String, List<String>> form) throws Exception {
            MockHttpServletRequestBuilder sent =
                    request(route.method(), URI.create(path)).with(actor(route)).with(csrf());
            sent.header("Referer", "http://localhost/" + here.city().code() + "/desk");
            if (route.method() == HttpMethod.PUT) {
                sent.header("X-Requested-With", "fetch");
            }
            form.forEach((name, values) -> sent.param(name, values.toArray(String[]::new)));
            return mvc.perform(sent).andReturn();
        }

        private RequestPostProcessor actor(Route route) {
            Requires required = route.handler().getMethodAnnotation(Requires.class);
            Set<Role> roles = required == null
                    ? Set.of()
                    : Stream.of(required.value())
                            .flatMap(right -> right.roles().stream())
                            .collect(Collectors.toSet());
            if (required != null && List.of(required.value()).contains(Right.OWN_DESK)) {
                return signedInAs.account(here.city(), "planner");
            }
            for (Role role : List.of(Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.PLANNER, Role.DECIDER)) {
                if (roles.contains(role)) {
                    return signedInAs.account(here.city(), role.name().toLowerCase(Locale.ROOT));
                }
            }
            return actingAs.role(
                    here.city(),
                    Stream.of(Role.CASE_OFFICER, Role.BASE_OPERATOR, Role.CITY_ADMIN)
                            .filter(roles::contains)
                            .findFirst()
                            .orElse(Role.AUDITOR));
        }

        String path(String pattern) {
            String named = pattern;
            for (Map.Entry<String, UUID> thing : registered.entrySet()) {
                named = named.replace(thing.getKey() + "/{id}", thing.getKey() + "/" + thing.getValue());
            }
            return "/" + here.city().code() + fill(named, here, victim.toString());
        }

        /** With another city's object, or with what is no id, in the address. */
        List<String> wrongPaths(Route route) {
            if (!route.pattern().contains("{")) {
                return List.of();
            }
            String city = "/" + here.city().code();
            return Stream.concat(
                            Stream.of(fill(
                                    route.pattern(),
                                    elsewhere,
                                    elsewhere.returnId().toString())),
                            Stream.of(
                                            "nonsense",
                                            "%00",
                                            "%F0%9F%92%A5",
                                            "1'--",
                                            "9".repeat(3000),
                                            "00000000-0000-0000-0000-000000000000")
                                    .map(id -> route.pattern().replaceAll("\\{[^}]*}", id)))
                    .map(path -> city + path)
                    .toList();
        }

        private static String fill(String pattern, ReturnStages.Prepared of, String account) {
            return pattern.replace("/returns/{id}", "/returns/" + of.returnId())
                    .replace("{line}", of.lineId().toString())
                    .replace(
                            "/indicators/{id}", "/indicators/" + of.indicators().getFirst())
                    .replace("{programmeId}", of.programme().toString())
                    .replace("/programmes/{id}", "/programmes/" + of.programme())
                    .replace("/people/{id}", "/people/" + account)
                    .replaceAll("\\{[^}]*}", of.returnId().toString());
        }
    }
}
