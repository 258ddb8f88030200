package fledge.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fledge.access.ByToken;
import fledge.access.OpenToAll;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.access.Role;
import fledge.support.ActingAs;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Who may use which address: written down in docs/routes.md, and tried with every role in the own and in another city. */
@PortalTest
class RoutesTest {

    private static final Path PAGE = Path.of("docs/routes.md");
    private static final String REWRITE = "mvn test -Dtest=RoutesTest -Dfledge.docs=write";
    private static final Pattern SIGN_IN = Pattern.compile(".*/sign-in(\\?.*)?");

    @Autowired
    ActingAs actingAs;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvcTester portal;

    @Autowired
    Cities cities;

    @Autowired
    CityService list;

    /** An address with the rights that open it; none means that everybody may. */
    private record Route(
            HttpMethod method, String path, Set<Right> rights, Map<String, String> variables, boolean byToken) {

        boolean isOpen() {
            return rights.isEmpty();
        }

        Set<Role> roles() {
            return rights.stream()
                    .flatMap(right -> right.roles().stream())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        }

        String address(City city) {
            return "/" + city.code()
                    + UriComponentsBuilder.fromPath(path)
                            .buildAndExpand(variables)
                            .encode()
                            .toUriString();
        }

        String line() {
            return "| %s | `%s` | %s | %s |"
                    .formatted(
                            method,
                            path,
                            isOpen()
                                    ? "–"
                                    : rights.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")),
                            isOpen() ? "everybody" : rolesInWords() + (byToken ? ", by token" : ""));
        }

        private String rolesInWords() {
            return roles().size() == Role.values().length
                    ? "everybody who is signed in"
                    : roles().stream().map(Enum::name).collect(Collectors.joining(", "));
        }
    }

    @Test
    void every_address_is_written_down_with_its_roles() throws IOException {
        String page =
                """
                # Addresses and who may use them

                Below `/{city}`. Written by `%s` from the annotations and `access.Right`; a test fails when it is stale.

                | method | address | right | roles |
                |---|---|---|---|
                """.formatted(REWRITE) + routes().stream().map(Route::line).collect(Collectors.joining("\n", "", "\n"));
        if ("write".equals(System.getProperty("fledge.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("stale or missing: run " + REWRITE)
                .exists()
                .content()
                .isEqualTo(page);
    }

    @Test
    void every_address_answers_every_role_as_written_down() {
        City own = cities.fresh();
        City other = cities.fresh();
        var surprises = new TreeSet<String>();
        List<Route> routes = routes();
        routes.forEach(route -> surprises.addAll(surprisesAt(route, own, other)));
        System.out.printf(
                "%d routes, %d probes, %d unexpected%n",
                routes.size(), routes.size() * (1 + 2 * Role.values().length), surprises.size());
        assertThat(surprises).isEmpty();
    }

    /** The checker is checked: a table that says something else than the code must be noticed. */
    @Test
    void a_wrong_table_is_noticed() {
        City own = cities.fresh();
        City other = cities.fresh();
        var everybody = new Route(HttpMethod.GET, "/audit", Set.of(), Map.of(), false);
        assertThat(surprisesAt(everybody, own, other))
                .contains("GET /audit as PLANNER: 403", "GET /audit as nobody: 302");
        var planners = new Route(HttpMethod.GET, "/audit", Set.of(Right.PROGRAMME_EDIT), Map.of(), false);
        assertThat(surprisesAt(planners, own, other))
                .containsExactlyInAnyOrder(
                        "GET /audit as PLANNER: 403",
                        "GET /audit as AUDITOR: 200",
                        "GET /audit as PLATFORM_OPERATOR: 200");
    }

    private Set<String> surprisesAt(Route route, City own, City other) {
        var surprises = new TreeSet<String>();
        expect(route, own, null, null, surprises);
        for (Role role : Role.values()) {
            City home = role == Role.PLATFORM_OPERATOR ? list.platform() : own;
            expect(route, home, home, role, surprises);
            expect(route, other, home, role, surprises);
        }
        return surprises;
    }

    /** What somebody with a role of a city, or nobody, gets at an address of a city. */
    private void expect(Route route, City city, @Nullable City home, @Nullable Role role, Set<String> surprises) {
        RequestPostProcessor who = home == null || role == null ? request -> request : actingAs.role(home, role);
        MvcTestResult result = portal.method(route.method())
                .uri(route.address(city))
                .with(who)
                .with(csrf())
                .exchange();
        Exception failure = result.getUnresolvedException();
        MockHttpServletResponse answer = failure == null ? result.getResponse() : failed(500);
        int status = answer.getStatus();
        String probe = "%s %s as %s: %d%s"
                .formatted(
                        route.method(),
                        route.path(),
                        role == null ? "nobody" : role + (home == city ? "" : " of another city"),
                        status,
                        failure == null ? "" : " " + failure.getMessage());
        boolean isHere = role != null && home == city;
        boolean expected;
        if (status >= 500) {
            expected = false;
        } else if (route.byToken()) {
            // A session is nobody there, whoever's it is.
            expected = status == 401;
        } else if (route.isOpen()) {
            expected = status != 401 && status != 403 && !leadsToSignIn(answer);
        } else if (isHere && route.roles().contains(role)) {
            expected = status != 401 && status != 403 && !leadsToSignIn(answer);
        } else if (isHere) {
            expected = status == 403;
        } else if (role != null) {
            expected = status == 404;
        } else {
            expected = isTurnedAway(route, answer);
        }
        if (!expected) {
            surprises.add(probe);
        }
    }

    /** Nobody who reads is shown the sign-in; nobody who writes is, or is refused. */
    private static boolean isTurnedAway(Route route, MockHttpServletResponse answer) {
        return leadsToSignIn(answer)
                || (!route.method().equals(HttpMethod.GET) && Set.of(401, 403).contains(answer.getStatus()));
    }

    private static boolean leadsToSignIn(MockHttpServletResponse answer) {
        String target = answer.getRedirectedUrl();
        return target != null && SIGN_IN.matcher(target).matches();
    }

    private static MockHttpServletResponse failed(int status) {
        var answer = new MockHttpServletResponse();
        answer.setStatus(status);
        return answer;
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("fledge")) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String path : info.getPatternValues()) {
                    for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                        routes.add(new Route(
                                method.asHttpMethod(),
                                path,
                                rights(handler),
                                variables(handler),
                                handler.hasMethodAnnotation(ByToken.class)));
                    }
                }
            }
        });
        routes.sort(Comparator.comparing(Route::path)
                .thenComparing(route -> route.method().name()));
        return routes;
    }

    private static Set<Right> rights(HandlerMethod handler) {
        ByToken byToken = handler.getMethodAnnotation(ByToken.class);
        if (byToken != null) {
            return Set.of(byToken.value());
        }
        Requires required = handler.getMethodAnnotation(Requires.class);
        assertThat(required != null ^ handler.hasMethodAnnotation(OpenToAll.class))
                .as("%s is open or requires a right", handler)
                .isTrue();
        return required == null ? Set.of() : Set.of(required.value());
    }

    /** Values that look right and name nothing. */
    private static Map<String, String> variables(HandlerMethod handler) {
        var variables = new HashMap<String, String>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            PathVariable variable = parameter.getAnnotation(PathVariable.class);
            if (variable != null) {
                String name = variable.value().isEmpty() ? parameter.getName() : variable.value();
                variables.put(name, value(name, parameter.getType()));
            }
        }
        return variables;
    }

    private static String value(String name, Class<?> type) {
        if (type == UUID.class) {
            return UUID.randomUUID().toString();
        }
        if (type.isEnum()) {
            return Arrays.toString(type.getEnumConstants()).replaceAll("^\\[|[,\\]].*", "");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return name.contains("year") ? "2026" : "1";
        }
        return name.contains("quarter")
                ? "2026Q3"
                : name.contains("year") ? "2026" : UUID.randomUUID().toString();
    }
}
