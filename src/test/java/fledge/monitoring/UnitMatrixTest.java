package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fledge.access.Actor;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.access.Role;
import fledge.support.ActingAs;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of a return × every role × the own unit and a sister unit: a right that reaches a unit reaches no other. */
@PortalTest
class UnitMatrixTest {

    private static final Map<Role, String> LOGINS = new EnumMap<>(Map.of(
            Role.PREPARER, "preparer",
            Role.CERTIFIER, "certifier",
            Role.REVIEWER, "reviewer",
            Role.PLANNER, "planner",
            Role.DECIDER, "decider"));

    /** Appointed in one unit; everybody else in the city's own, above all units. */
    private static final Set<Role> OF_ONE_UNIT = Set.of(Role.PREPARER, Role.CERTIFIER);

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    ActingAs actingAs;

    @Autowired
    SignOffService signOffs;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private record Route(HttpMethod method, String path, List<Right> rights) {}

    private List<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> path(entry.getKey()).startsWith("/returns/{id}"))
                .map(entry -> route(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String path(RequestMappingInfo mapping) {
        return mapping.getPatternValues().iterator().next();
    }

    private static Route route(RequestMappingInfo mapping, HandlerMethod handler) {
        Requires requires = handler.getMethodAnnotation(Requires.class);
        assertThat(requires).isNotNull();
        HttpMethod method =
                mapping.getMethodsCondition().getMethods().iterator().next().asHttpMethod();
        return new Route(method, path(mapping), Arrays.asList(requires.value()));
    }

    @Test
    void a_sister_units_return_is_not_there_for_whoever_belongs_to_one_unit() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID own = story.returnOf(round, story.east);
        UUID sister = story.returnOf(round, story.west);
        sign(story, own, story.preparer, story.certifier);
        sign(story, sister, story.westPreparer, story.westCertifier);
        var surprises = new TreeSet<String>();
        List<Route> routes = routes();
        for (Route route : routes) {
            for (Role role : LOGINS.keySet()) {
                boolean holds = route.rights().stream().anyMatch(right -> right.isGrantedTo(role));
                int atHome = status(story, route, role, own);
                int atSister = status(story, route, role, sister);
                boolean fits = !holds
                        ? atHome == 403 && atSister == 403
                        : OF_ONE_UNIT.contains(role)
                                ? isAnswered(atHome) && atSister == 404
                                : isAnswered(atHome) && isAnswered(atSister);
                if (!fits) {
                    surprises.add("%s %s as %s: own %d, sister %d"
                            .formatted(route.method(), route.path(), role, atHome, atSister));
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(15);
        assertThat(surprises).isEmpty();
    }

    /** Every act on a return or an amendment, by everybody who has a role: the figures are what the preparer wrote (B8). */
    @Test
    void whoever_does_whatever_the_figures_stay_those_of_their_preparer() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID own = story.returnOf(round, story.east);
        story.fill(story.preparer, own, "1", "1", "1", "好");
        List<String> written = written(story, own);
        var surprises = new TreeSet<String>();
        int tried = 0;
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                if (role == Role.PREPARER || role == Role.PLATFORM_OPERATOR || route.method() == HttpMethod.GET) {
                    continue;
                }
                ReturnSheet.Line line = story.sheet(story.planner, own).lines().getFirst();
                portal.method(route.method())
                        .uri("/" + story.city.code()
                                + route.path()
                                        .replace("{id}", own.toString())
                                        .replace("{line}", line.id().toString())
                                        .replace("{number}", "1"))
                        .param("value", "777")
                        .param("value-" + line.id(), "777")
                        .param("version", Integer.toString(line.valueEdition()))
                        .param("value-" + line.id() + ".version", Integer.toString(line.valueEdition()))
                        .param("reason", "试一试")
                        .with(
                                LOGINS.containsKey(role)
                                        ? signedIn.account(story.city, LOGINS.get(role))
                                        : actingAs.role(story.city, role))
                        .with(csrf())
                        .exchange();
                tried++;
                if (!written(story, own).equals(written)) {
                    surprises.add("%s %s as %s".formatted(route.method(), route.path(), role));
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(surprises).isEmpty();
    }

    private static List<String> written(MonitoringStory story, UUID returnId) {
        return story.sheet(story.planner, returnId).lines().stream()
                .map(line -> line.item() + " " + line.content())
                .toList();
    }

    /** A first signed version, so that its address names something. */
    private void sign(MonitoringStory story, UUID returnId, Actor preparer, Actor certifier) {
        story.fill(preparer, returnId, "1", "1", "1", "好");
        story.as(preparer, () -> {
            signOffs.check(returnId);
            signOffs.request(returnId);
        });
        story.as(certifier, () -> signOffs.certify(returnId));
    }

    private static boolean isAnswered(int status) {
        return status < 400 || status == 422;
    }

    private int status(MonitoringStory story, Route route, Role role, UUID returnId) {
        ReturnSheet sheet = story.sheet(story.planner, returnId);
        String address = "/" + story.city.code()
                + route.path()
                        .replace("{id}", returnId.toString())
                        .replace("{line}", sheet.lines().getFirst().id().toString())
                        .replace("{number}", "1");
        return portal.method(route.method())
                .uri(address)
                .param("value", "")
                .with(signedIn.account(story.city, LOGINS.get(role)))
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }
}
