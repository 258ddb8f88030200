package fledge.bench;

import static fledge.bench.Measurements.ok;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import fledge.bench.Measurements.Result;
import fledge.bench.Measurements.Work;
import fledge.monitoring.MeasuredCity;
import fledge.support.HttpVisitor;
import fledge.support.PastReturns;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.support.StatementCount;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * What the portal takes for what people wait for, in one run on the demonstration data beside what the machine could do at
 * best; started by {@code bin/bench}, never with the tests. One client, one request after another.
 */
@PortalTest
@Import(MeasuredCity.class)
class PortalBenchmark {

    private static final int TIMES = 20;

    @Autowired
    MeasuredCity measured;

    @Autowired
    PastReturns past;

    @Autowired
    MockMvc mvc;

    @Autowired
    SignedInAs signedInAs;

    @Autowired
    DataSource dataSource;

    @Autowired
    List<ViewResolver> resolvers;

    @LocalServerPort
    int port;

    private final Measurements measurements = new Measurements();

    @Test
    void measure() throws Exception {
        MeasuredCity.Built built = measured.build();
        String city = built.city().code();
        var preparer = new HttpVisitor(URI.create("http://localhost:" + port), city);
        preparer.signIn("preparer", MeasuredCity.PASSWORD);
        var planner = new HttpVisitor(URI.create("http://localhost:" + port), city);
        planner.signIn("planner", MeasuredCity.PASSWORD);
        String form = "/returns/" + built.openReturn() + "/form";
        String progress = "/progress/programmes/" + built.programme();
        past.multiply(built.city(), built.programme(), 1);

        Result saved = measurements.take("save of one cell, HTTP", "< 15", 500, 2000, saving(preparer, form));
        Result page = measurements.take(
                "quarter page, %d indicators, HTTP".formatted(built.indicators()),
                "< 40",
                200,
                500,
                n -> ok(preparer.get(form)));
        Result once =
                measurements.take("progress page, 1× history, HTTP", "", 200, 400, n -> ok(planner.get(progress)));
        Result onceAgain = measurements.take("the same again", "", 0, 400, n -> ok(planner.get(progress)));
        past.multiply(built.city(), built.programme(), TIMES);
        Result many = measurements.take(
                "progress page, %d× history, HTTP".formatted(TIMES), "as 1×", 100, 400, n -> ok(planner.get(progress)));
        Result manyAgain = measurements.take("the same again", "as 1×", 0, 400, n -> ok(planner.get(progress)));

        Result raw = measurements.take(
                "the statements of one save, JDBC only", "", 500, 2000, replay(built, preparer, form));
        var viewed = get("/" + city + form).with(signedInAs.account(built.city(), "preparer"));
        Result inProcess = measurements.take(
                "quarter page, in process",
                "",
                200,
                500,
                n -> mvc.perform(viewed).andReturn());
        Result rendered = measurements.take(
                "its template, model in memory",
                "",
                200,
                500,
                rendering(mvc.perform(viewed).andReturn()));

        measurements.report(
                "benchmarks.md",
                "The city measured reports %d indicators by one unit, five quarters are accepted and one is open; it stands beside the"
                                .formatted(built.indicators())
                        + " demonstration's five. History is multiplied by copying rounds, returns, lines, versions, steps, figures,"
                        + " totals and ratings into a closed programme of the same indicators.",
                List.of(
                        "P2, statements over JDBC : save over HTTP (by median): %.2f; goal ≥ 0.4"
                                .formatted(raw.median() / saved.median()),
                        "P3, template with the model in memory : whole page in process: %.2f; goal ≥ 0.5"
                                .formatted(rendered.median() / inProcess.median()),
                        "P4, progress at %d× : 1× history: %.2f (and again %.2f); the same at 1× twice: %.2f; goal 1 ± 0.1"
                                .formatted(
                                        TIMES,
                                        many.median() / once.median(),
                                        manyAgain.median() / onceAgain.median(),
                                        onceAgain.median() / once.median()),
                        "Quarter page: %.1f ms at the median".formatted(page.median())));
    }

    /** Each time another value into the next cell, as its writer saw it. */
    private static Work saving(HttpVisitor visitor, String form) throws Exception {
        List<Element> cells = visitor.page(form).select("input[data-cell][name^=value-]").stream()
                .filter(cell -> cell.attr("aria-label").length() > 0)
                .toList();
        Map<String, Integer> editions = new HashMap<>();
        var urls = new ArrayList<String>();
        for (Element cell : cells) {
            int edition = Integer.parseInt(cell.attr("data-version"));
            if (visitor.save(cell.attr("data-url"), "90", edition).statusCode() == 200) {
                urls.add(cell.attr("data-url"));
                editions.put(cell.attr("data-url"), edition + 1);
            }
        }
        return n -> {
            String url = urls.get(n % urls.size());
            int edition = Objects.requireNonNull(editions.get(url));
            ok(visitor.save(url, Integer.toString(1000 + n), edition));
            editions.put(url, edition + 1);
        };
    }

    /** What one save sends, sent again on one connection without the portal; only the new entry of the trail gets new keys. */
    private Work replay(MeasuredCity.Built built, HttpVisitor visitor, String form) throws Exception {
        Element cell = Objects.requireNonNull(
                visitor.page(form).select("input[data-cell][name^=value-]").first());
        List<StatementCount.Execution> executions = StatementCount.during(() -> {
                    MockHttpServletResponse answer = mvc.perform(put(cell.attr("data-url"))
                                    .with(signedInAs.account(built.city(), "preparer"))
                                    .with(csrf())
                                    .header("X-Requested-With", "fetch")
                                    .param("value", "4321")
                                    .param("version", cell.attr("data-version")))
                            .andReturn()
                            .getResponse();
                    if (answer.getStatus() != 200) {
                        throw new IllegalStateException(answer.getContentAsString());
                    }
                })
                .executions()
                .stream()
                .filter(execution -> !execution.sql().toLowerCase(Locale.ROOT).contains("spring_session"))
                .toList();
        int binding = executions.stream()
                .map(StatementCount.Execution::sql)
                .toList()
                .lastIndexOf("select set_config('app.city', ?, true), transaction_timestamp()");
        List<StatementCount.Execution> save = executions.subList(binding, executions.size());
        save.forEach(execution -> System.out.println("  " + execution.sql().replaceAll("\\s+", " ")));
        Connection connection = connect();
        connection.setAutoCommit(false);
        return n -> {
            for (StatementCount.Execution execution : save) {
                // The replayed row has the version of the last replay: it is written again all the same.
                String sql = execution.sql().replaceAll("(?i)and version=\\?", "and version>=?");
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    for (StatementCount.Binding bound : execution.bindings()) {
                        bound.method().invoke(statement, bound.arguments());
                    }
                    renew(statement, sql, n);
                    if (execution.batch()) {
                        statement.addBatch();
                        statement.executeBatch();
                    } else if (statement.execute()) {
                        try (var rows = statement.getResultSet()) {
                            int columns = rows.getMetaData().getColumnCount();
                            while (rows.next()) {
                                for (int column = 1; column <= columns; column++) {
                                    rows.getObject(column);
                                }
                            }
                        }
                    }
                }
            }
            connection.commit();
        };
    }

    private static void renew(PreparedStatement statement, String sql, int n) throws Exception {
        if (!sql.toLowerCase(Locale.ROOT).startsWith("insert into audit_entry")) {
            return;
        }
        String[] columns = sql.substring(sql.indexOf('(') + 1, sql.indexOf(')')).split(",\\s*");
        for (int at = 0; at < columns.length; at++) {
            switch (columns[at].strip()) {
                case "id" -> statement.setObject(at + 1, UUID.randomUUID());
                case "seq" -> statement.setLong(at + 1, 10_000_000L + n);
                default -> {}
            }
        }
    }

    private Connection connect() throws Exception {
        try (Connection own = dataSource.getConnection()) {
            Connection connection = DriverManager.getConnection(
                    own.getMetaData().getURL(), own.getMetaData().getUserName(), "");
            connection.setSchema(own.getSchema());
            return connection;
        }
    }

    /** The page's own template on the model it was made with. */
    private Work rendering(MvcResult page) throws Exception {
        var shown = Objects.requireNonNull(page.getModelAndView());
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(page.getRequest()));
        View view = null;
        for (ViewResolver resolver : resolvers) {
            view = view == null
                    ? resolver.resolveViewName(Objects.requireNonNull(shown.getViewName()), Locale.SIMPLIFIED_CHINESE)
                    : view;
        }
        View found = Objects.requireNonNull(view);
        return n -> {
            var answer = new MockHttpServletResponse();
            found.render(shown.getModel(), page.getRequest(), answer);
            if (answer.getContentAsByteArray().length < 10_000) {
                throw new IllegalStateException("nothing was rendered");
            }
        };
    }
}
