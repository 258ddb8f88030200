package fledge.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.access.Role;
import fledge.monitoring.ReturnStages;
import fledge.support.DemoCity;
import fledge.support.PastReturns;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.support.StatementCount;
import fledge.tenancy.CityMemory;
import fledge.tenancy.CityService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * No page asks the database more than a dozen times, the city's binding included: every address that is read, on the biggest
 * object of the demonstration. Warm is a node that served this account within the last seconds, cold is one that remembers
 * nothing; what cold adds is remembered for seconds and not paid by each page.
 */
@PortalTest
class StatementCountTest {

    private static final int MOST = 12;

    /**
     * Cold: the list of cities, who acts (binding, account, person, appointments, enterprises represented, delegations), units,
     * the names on the page, indicators with their targets and definitions (five), the form that asks with its items (for the plan and for the return),
     * and what waits for this person (binding and the modules), counted for the shell.
     */
    private static final int MORE_WHEN_COLD = 21;

    private static final Path TABLE = Path.of("target", "statements.md");

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvc mvc;

    @Autowired
    SignedInAs signedInAs;

    @Autowired
    DemoCity luqiao;

    @Autowired
    ReturnStages stages;

    @Autowired
    PastReturns past;

    private record Page(DemoCity city, String pattern, String login) {}

    @Test
    void no_page_takes_more_than_a_dozen_statements() throws Exception {
        var tooMany = new ArrayList<String>();
        var table = new StringBuilder("| page | as | warm | cold | rows |\n|---|---|---|---|---|\n");
        for (Page page : pages()) {
            MockHttpServletRequestBuilder request =
                    request(page.city(), page.login(), page.city().path(page.pattern()));
            if (status(request) == 404) {
                table.append("| %s | %s | not in the state it needs | | |\n".formatted(page.pattern(), page.login()));
                continue;
            }
            StatementCount.Sent warm = StatementCount.during(() -> read(request));
            forgetEverything();
            StatementCount.Sent cold = StatementCount.during(() -> read(request));
            table.append("| %s | %s | %d | %d | %d |\n"
                    .formatted(
                            page.pattern(),
                            page.login(),
                            warm.statements().size(),
                            cold.statements().size(),
                            warm.rows()));
            if (warm.statements().size() > MOST) {
                tooMany.add(
                        page + ": " + warm.statements().size() + "\n    " + String.join("\n    ", warm.statements()));
            }
            if (cold.statements().size() > MOST + MORE_WHEN_COLD) {
                tooMany.add(page + ", cold: " + cold.statements().size() + "\n    "
                        + String.join("\n    ", cold.statements()));
            }
        }
        Files.writeString(TABLE, table);
        assertThat(tooMany).as("statements of pages, all of them in %s", TABLE).isEmpty();
    }

    @Test
    void a_statement_too_many_would_be_noticed() throws Exception {
        MockHttpServletRequestBuilder request = request(luqiao, "luqiao-planner", luqiao.path("/programmes"));
        read(request);
        StatementCount.Sent once = StatementCount.during(() -> read(request));
        StatementCount.Sent twice = StatementCount.during(() -> {
            read(request);
            read(request);
        });
        assertThat(once.statements()).isNotEmpty().anyMatch(sql -> sql.contains("set_config"));
        assertThat(once.rows()).isPositive();
        assertThat(twice.statements()).hasSizeGreaterThan(once.statements().size());
    }

    @Test
    void what_progress_reads_does_not_grow_with_the_returns_of_the_past() throws Exception {
        ReturnStages.Prepared story = stages.at(ReturnStages.Stage.ACCEPTED);
        MockHttpServletRequestBuilder progress = get("/" + story.city().code() + "/progress/programmes/"
                        + story.programme())
                .with(signedInAs.account(story.city(), "planner"));
        past.multiply(story.city(), story.programme(), 1);
        forgetEverything(); // what a node keeps for seconds would be there or not, as the machine is slow
        StatementCount.Sent before = StatementCount.during(() -> read(progress));
        past.multiply(story.city(), story.programme(), 20);
        forgetEverything();
        StatementCount.Sent after = StatementCount.during(() -> read(progress));
        assertThat(after.statements()).containsExactlyElementsOf(before.statements());
        assertThat(after.rows()).isEqualTo(before.rows());
    }

    /** Every address that is read, as an account with its right; what is the same for everybody, as each role sees it. */
    private List<Page> pages() {
        Map<String, Page> pages = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("fledge")
                    && info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                for (String pattern : info.getPatternValues()) {
                    DemoCity city = luqiao.of(pattern);
                    logins(city, method).forEach(login -> pages.put(pattern + login, new Page(city, pattern, login)));
                }
            }
        });
        return pages.values().stream()
                .sorted(Comparator.comparing(Page::pattern).thenComparing(Page::login))
                .toList();
    }

    private List<String> logins(DemoCity city, HandlerMethod method) {
        Requires required = method.getMethodAnnotation(Requires.class);
        if (required == null) {
            return List.of("");
        }
        Set<Right> rights = Set.of(required.value());
        if (rights.stream().allMatch(right -> right.roles().equals(Set.of(Role.PLATFORM_OPERATOR)))) {
            return List.of(); // of the platform, where there is no city's data
        }
        if (rights.contains(Right.AMENDMENT_READ)) {
            return List.of(city.login(Set.of(Right.AMENDMENT_DECIDE))); // reads those of every unit
        }
        if (rights.contains(Right.BASE_LIST)) {
            return List.of(city.login(Set.of(Right.BASE_MANAGE))); // sees every base
        }
        if (rights.contains(Right.REPRESENTATIVE_READ)) {
            return List.of(city.login(Set.of(Right.REPRESENTATIVE_CONFIRM))); // reads every claim
        }
        if (rights.contains(Right.ENTERPRISE_READ)) {
            return List.of(city.login(Set.of(Right.ENTERPRISE_READ))); // not those of one enterprise only
        }
        if (!rights.contains(Right.OWN_DESK)) {
            return List.of(city.login(rights));
        }
        return city.listed();
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    private void read(MockHttpServletRequestBuilder request) throws Exception {
        MvcResult result = mvc.perform(request).andReturn();
        assertThat(result.getResponse().getStatus())
                .as(result.getRequest().getRequestURI())
                .isIn(200, 302, 303);
    }

    /** Who asks is found out before the counting begins: it stands in the session. */
    private MockHttpServletRequestBuilder request(DemoCity city, String login, String path) {
        MockHttpServletRequestBuilder request = get(path).param("value", "1");
        return login.isEmpty() ? request : request.with(signedInAs.account(city.city(), login));
    }

    /** As on a node that has just started. */
    private void forgetEverything() {
        for (String name : context.getBeanDefinitionNames()) {
            Object bean = AopTestUtils.getUltimateTargetObject(context.getBean(name));
            if (!AopUtils.getTargetClass(bean).getPackageName().startsWith("fledge")) {
                continue;
            }
            ReflectionUtils.doWithFields(bean.getClass(), field -> {
                if (field.getType() == CityMemory.class) {
                    forget(ReflectionTestUtils.getField(bean, field.getName()), "entries");
                } else if (bean instanceof CityService && field.getName().equals("snapshot")) {
                    ReflectionTestUtils.setField(bean, "snapshot", null);
                }
            });
        }
    }

    private static void forget(Object bean, String field) {
        if (ReflectionTestUtils.getField(bean, field) instanceof Map<?, ?> memory) {
            memory.clear();
        }
    }
}
