package fledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.ByToken;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnStages;
import fledge.monitoring.ReturnStages.Prepared;
import fledge.monitoring.ReturnStages.Stage;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Superuser;
import fledge.tenancy.CurrentCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system writes with a token what its preparer may write, and nothing else. */
@PortalTest
class ValueInterfaceTest {

    @Autowired
    MockMvcTester portal;

    @Autowired
    ReturnStages stages;

    @Autowired
    ApiTokenService tokens;

    @Autowired
    AccountService accounts;

    @Autowired
    ReturnService returns;

    @Autowired
    Cities cities;

    @Autowired
    Superuser superuser;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final class Story {

        final Prepared at = stages.at(Stage.DRAFT);
        final UUID east = at.units().getFirst();
        final Actor preparer = actor("preparer");
        final Actor certifier = actor("certifier");
        final String secret = issue(certifier, preparer);

        Actor actor(String login) {
            return CurrentCity.supply(at.city(), () -> accounts.actorOf(login));
        }

        <T> T ask(Actor actor, Supplier<T> work) {
            return cities.as(at.city(), actor, work);
        }

        String issue(Actor by, Actor to) {
            return ask(
                    by, () -> tokens.issue(east, Objects.requireNonNull(to.accountId()), at.programme(), "测试系统", 90));
        }

        List<ReturnSheet.Line> lines() {
            return ask(preparer, () -> returns.dossier(at.returnId())).sheet().lines();
        }

        String quarter() {
            return ask(preparer, () -> returns.dossier(at.returnId()))
                    .sheet()
                    .report()
                    .round()
                    .period()
                    .code();
        }

        MockHttpServletResponse put(@Nullable String token, String which, @Nullable String key, String body) {
            return put(token, which, key, body, "application/json");
        }

        MockHttpServletResponse put(
                @Nullable String token, String which, @Nullable String key, String body, String type) {
            var request = portal.put()
                    .uri("/" + at.city().code() + "/api/returns/" + which + "/values")
                    .contentType(type)
                    .content(body.getBytes(StandardCharsets.UTF_8));
            if (token != null) {
                request = request.header("Authorization", "Bearer " + token);
            }
            if (key != null) {
                request = request.header("Idempotency-Key", key);
            }
            return request.exchange().getResponse();
        }
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    }

    @Test
    void a_set_is_written_answered_and_sent_again_not_written_again() {
        var story = new Story();
        String body = """
                {"values":[{"indicator":"firms","value":1286,"note":"系统报送"},
                           {"indicator":"share","item":"NUMERATOR","value":"９０"}]}""";
        MockHttpServletResponse first = story.put(story.secret, story.quarter(), "k1", body);
        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(json(first).path("values").get(0).path("value").stringValue())
                .isEqualTo("1286");
        assertThat(first.getHeader("Set-Cookie")).isNull();
        assertThat(story.lines().getFirst().content().value()).isEqualByComparingTo("1286");
        assertThat(story.lines().getFirst().enteredBy()).isEqualTo(story.preparer.personId());

        MockHttpServletResponse again = story.put(story.secret, story.quarter(), "k1", body);
        assertThat(again.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(story.lines().getFirst().valueEdition()).isEqualTo(2);
        assertThat(story.put(story.secret, story.quarter(), "k1", body.replace("1286", "1287"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void of_a_set_with_one_bad_value_nothing_is_written() {
        var story = new Story();
        String id = story.at.returnId().toString();
        MockHttpServletResponse refused = story.put(story.secret, id, "k2", """
                {"values":[{"indicator":"firms","value":1286},{"indicator":"share","item":"NUMERATOR","value":"很多"}]}""");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(json(refused).path("errors").get(0).path("field").stringValue())
                .isEqualTo("values[1].value");
        assertThat(story.lines()).extracting(ReturnSheet.Line::valueEdition).containsOnly(1);
        assertThat(story.put(story.secret, id, "k2", "{\"values\":[{\"indicator\":\"firms\",\"value\":1286}]}")
                        .getStatus())
                .as("a refused key is free")
                .isEqualTo(200);
    }

    @Test
    void what_cannot_be_read_is_refused_field_by_field() {
        var story = new Story();
        String id = story.at.returnId().toString();
        assertThat(story.put(story.secret, id, "k", "{").getStatus()).isEqualTo(400);
        assertThat(story.put(story.secret, id, null, "{}").getStatus()).isEqualTo(400);
        assertThat(story.put(story.secret, id, "k", "{}").getStatus()).isEqualTo(422);
        assertThat(story.put(story.secret, id, "k", "{}", "text/plain").getStatus())
                .isEqualTo(415);
        assertThat(story.put(story.secret, id, "k", " ".repeat(300_000)).getStatus())
                .isEqualTo(413);
        for (String value : List.of(
                "{\"indicator\":\"none\",\"value\":1}",
                "{\"indicator\":\"share\",\"value\":1}",
                "{\"value\":1}",
                "{\"indicator\":\"firms\",\"value\":1e309}",
                "{\"indicator\":\"firms\",\"value\":1E1000000000}",
                "{\"indicator\":\"firms\",\"value\":[1]}",
                "{\"indicator\":\"firms\",\"value\":true}",
                "{\"indicator\":\"firms\",\"value\":-1}",
                "{\"indicator\":\"firms\",\"value\":1.5}",
                "{\"indicator\":\"firms\",\"value\":1,\"version\":\"x\"}",
                "{\"indicator\":\"firms\",\"value\":1},{\"indicator\":\"firms\",\"value\":2}")) {
            assertThat(story.put(story.secret, id, "k", "{\"values\":[" + value + "]}")
                            .getStatus())
                    .as(value)
                    .isEqualTo(422);
        }
        assertThat(story.put(
                                story.secret,
                                id,
                                "k",
                                "{\"values\":[{\"indicator\":\"firms\",\"value\":5,\"version\":0}]}")
                        .getStatus())
                .as("an old version")
                .isEqualTo(409);
        assertThat(story.lines()).extracting(ReturnSheet.Line::valueEdition).containsOnly(1);
    }

    @Test
    void a_token_opens_its_own_return_only() {
        var story = new Story();
        var other = new Story();
        String body = "{\"values\":[{\"indicator\":\"firms\",\"value\":7}]}";
        String id = story.at.returnId().toString();
        assertThat(story.put(null, id, "k", body).getStatus()).isEqualTo(401);
        assertThat(story.put("fledge_wrong", id, "k", body).getStatus()).isEqualTo(401);
        assertThat(story.put(other.secret, id, "k", body).getStatus())
                .as("another city's")
                .isEqualTo(401);
        assertThat(story.put(story.secret, UUID.randomUUID().toString(), "k", body)
                        .getStatus())
                .isEqualTo(404);
        assertThat(story.put(story.secret, "1999Q1", "k", body).getStatus()).isEqualTo(404);
        assertThat(story.lines()).extracting(ReturnSheet.Line::valueEdition).containsOnly(1);
    }

    @Test
    void a_token_ends_with_its_day_its_revocation_and_its_appointment() throws Exception {
        String body = "{\"values\":[{\"indicator\":\"firms\",\"value\":7}]}";

        var revoked = new Story();
        UUID id = revoked.ask(revoked.certifier, tokens::list).getFirst().id();
        revoked.ask(revoked.certifier, () -> {
            tokens.revoke(id);
            return id;
        });
        assertThat(revoked.put(revoked.secret, revoked.at.returnId().toString(), "k", body)
                        .getStatus())
                .isEqualTo(401);

        var expired = new Story();
        try (var connection = superuser.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update fledge.api_token set issued_at = issued_at - interval '91 days',"
                    + " expires_at = expires_at - interval '91 days' where city_id = "
                    + expired.at.city().id());
        }
        assertThat(expired.put(expired.secret, expired.at.returnId().toString(), "k", body)
                        .getStatus())
                .isEqualTo(401);

        var dismissed = new Story();
        UUID appointment;
        try (var connection = superuser.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from fledge.appointment where city_id = "
                        + dismissed.at.city().id() + " and account_id = '" + dismissed.preparer.accountId()
                        + "' and role = 'PREPARER'")) {
            rows.next();
            appointment = UUID.fromString(rows.getString(1));
        }
        Actor administrator = administrator(dismissed);
        dismissed.ask(administrator, () -> {
            accounts.revoke(appointment, "离任");
            return appointment;
        });
        assertThat(dismissed
                        .put(dismissed.secret, dismissed.at.returnId().toString(), "k", body)
                        .getStatus())
                .isEqualTo(401);
        assertThat(dismissed.ask(dismissed.certifier, tokens::list).getFirst().revokedAt())
                .isNotNull();
    }

    private Actor administrator(Story story) {
        return cities.in(story.at.city(), () -> {
            UUID account = accounts.open(NewAccount.of("boss", "某boss", "four wet umbrellas"));
            accounts.appointAtFounding(account, story.east, Role.CITY_ADMIN, LocalDate.of(2020, 1, 1), null, "建市");
            return accounts.actorOf(account);
        });
    }

    @Test
    void only_the_units_certifier_issues_and_never_to_oneself() {
        var story = new Story();
        assertThatThrownBy(() -> story.issue(story.preparer, story.preparer)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.issue(story.actor("west-certifier"), story.preparer))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.issue(story.certifier, story.actor("west-preparer")))
                .hasMessageContaining("choose-preparer");
        Actor jack = story.actor("jack");
        assertThatThrownBy(() -> story.issue(jack, jack)).hasMessageContaining("choose-preparer");
    }

    @Test
    void the_description_names_every_address_and_no_other() throws IOException {
        JsonNode description =
                JsonMapper.shared().readTree(new ClassPathResource("static/api/openapi.json").getContentAsByteArray());
        assertThat(description.path("openapi").stringValue()).startsWith("3.1");
        var described = description.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(act -> act.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
        var there = mapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().hasMethodAnnotation(ByToken.class))
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .flatMap(path -> route.getKey().getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(act -> act + " " + path)))
                .collect(Collectors.toSet());
        assertThat(described).isEqualTo(there).isNotEmpty();
    }
}
