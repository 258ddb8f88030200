package fledge.bench;

import static fledge.bench.Measurements.ok;

import fledge.bench.Measurements.Result;
import fledge.monitoring.MeasuredRound;
import fledge.support.HttpVisitor;
import fledge.support.PortalTest;
import fledge.support.Superuser;
import java.net.URI;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * A round of 3,000 units × 40 indicators beside one of 30 units, and beside what the database does at best with the same rows;
 * started by {@code bin/bench}, never with the tests.
 */
@PortalTest
@Import(MeasuredRound.class)
class RoundBenchmark {

    private static final int MANY = 3000;
    private static final int FEW = 30;
    private static final int INDICATORS = 40;
    private static final int MEASURED = 50;
    private static final int WARM_UPS = 100;
    private static final int FEW_WARM_UPS = 5;

    @Autowired
    MeasuredRound measured;

    @Autowired
    Superuser superuser;

    @LocalServerPort
    int port;

    private final Measurements measurements = new Measurements();

    @Test
    void measure() throws Exception {
        MeasuredRound.Built few = measured.build(FEW, INDICATORS);
        MeasuredRound.Built many = measured.build(MANY, INDICATORS);
        UUID fewRound = measured.open(few);
        var opened = new UUID[1];
        Result opening = measurements.take(
                "opening a round of %d × %d".formatted(MANY, INDICATORS),
                "",
                0,
                1,
                n -> opened[0] = measured.open(many));
        UUID round = opened[0];
        try (Connection database = superuser.connect()) {
            Result lines = measurements.take(
                    "its %d cells, INSERT … SELECT into the same table and indexes".formatted(MANY * INDICATORS),
                    "",
                    0,
                    3,
                    n -> copyLines(database, round));

            HttpVisitor planner = signIn(many);
            HttpVisitor other = signIn(few);
            planner.get("/rounds/" + round);
            Result matrix = measurements.take(
                    "matrix of %d units, HTTP".formatted(MANY),
                    "< 150",
                    50,
                    200,
                    n -> ok(planner.get("/rounds/" + round)));
            Result last = measurements.take(
                    "its last page, HTTP",
                    "< 150",
                    20,
                    100,
                    n -> ok(planner.get("/rounds/" + round + "?page=" + MANY / 50)));
            Result small = measurements.take(
                    "matrix of %d units, HTTP".formatted(FEW), "", 50, 200, n -> ok(other.get("/rounds/" + fewRound)));
            Result statements = measurements.take(
                    "unit, state and version of %d returns, JDBC only".formatted(MANY),
                    "",
                    50,
                    200,
                    n -> readAnswers(database, round));
            Result rates = measurements.take(
                    "completeness of %d units, HTTP".formatted(MANY),
                    "",
                    20,
                    100,
                    n -> ok(planner.get("/rates/programmes/" + many.programme() + "?size=100")));

            List<UUID> waiting = measured.bringToReview(many, round, WARM_UPS + MEASURED);
            List<UUID> fewWaiting = measured.bringToReview(few, fewRound, FEW);
            Result consolidated = measurements.take(
                    "consolidation of a return with %d figures among %d units".formatted(INDICATORS, MANY),
                    "< 20",
                    WARM_UPS,
                    MEASURED,
                    n -> measured.consolidate(many, waiting.get(n)));
            Result fewConsolidated = measurements.take(
                    "consolidation of a return with %d figures among %d units".formatted(INDICATORS, FEW),
                    "< 20",
                    FEW_WARM_UPS,
                    FEW - FEW_WARM_UPS,
                    n -> measured.consolidate(few, fewWaiting.get(n)));
            waiting.forEach(id -> measured.takeBack(many, id));
            Result accepted = measurements.take(
                    "acceptance of such a return among %d units: state, clock, figures, mail, audit".formatted(MANY),
                    "",
                    WARM_UPS,
                    MEASURED,
                    n -> measured.accept(many, waiting.get(n)));
            alike(database, "measured_figure", "figure");
            alike(database, "measured_delta", "figure_delta");
            Result figures = measurements.take(
                    "its %d figures and totals, JDBC only".formatted(INDICATORS),
                    "",
                    20,
                    100,
                    n -> writeFigures(database, many.programme()));

            measurements.report(
                    "benchmarks-round.md",
                    "A round of %d units × %d indicators, which is its programme's first; %d of its returns and %d of the small"
                                    .formatted(MANY, INDICATORS, WARM_UPS, FEW_WARM_UPS)
                            + " round's were consolidated to warm up.",
                    List.of(
                            "Consolidation of one return among %d units : among %d: %.2f; goal 1 ± 0.2"
                                    .formatted(MANY, FEW, consolidated.median() / fewConsolidated.median()),
                            "The same figures and totals over JDBC : consolidating a return: %.2f; consolidating : accepting: %.2f"
                                    .formatted(
                                            figures.median() / consolidated.median(),
                                            consolidated.median() / accepted.median()),
                            "Cells inserted by the database itself : opening the round: %.2f"
                                    .formatted(lines.median() / opening.median()),
                            "Matrix of %d : of %d units: %.2f; the same rows over JDBC : the page: %.2f; last page : first page: %.2f"
                                    .formatted(
                                            MANY,
                                            FEW,
                                            matrix.median() / small.median(),
                                            statements.median() / matrix.median(),
                                            last.median() / matrix.median()),
                            "Completeness: %.1f ms at the median".formatted(rates.median())));
        }
    }

    private HttpVisitor signIn(MeasuredRound.Built built) throws Exception {
        var visitor = new HttpVisitor(
                URI.create("http://localhost:" + port), built.city().code());
        visitor.signIn("planner", MeasuredRound.PASSWORD);
        return visitor;
    }

    private static void copyLines(Connection database, UUID round) throws Exception {
        alike(database, "measured_line", "return_line");
        try (var copy = database.prepareStatement("insert into measured_line select l.* from return_line l"
                + " join quarterly_return r on r.city_id = l.city_id and r.id = l.return_id where r.round_id = ?")) {
            copy.setObject(1, round);
            if (copy.executeUpdate() != MANY * INDICATORS) {
                throw new IllegalStateException("other cells than the round has");
            }
        }
    }

    private static void readAnswers(Connection database, UUID round) throws Exception {
        try (var query = database.prepareStatement(
                "select id, unit_id, status, valid_version_id from quarterly_return where round_id = ?")) {
            query.setObject(1, round);
            try (var rows = query.executeQuery()) {
                int read = 0;
                while (rows.next()) {
                    read += rows.getObject(2, UUID.class) != null && rows.getString(3) != null ? 1 : 0;
                }
                if (read != MANY) {
                    throw new IllegalStateException("other returns than the round has");
                }
            }
        }
    }

    /** The rows that accepting adds to figures and sums, once more into tables of the same kind. */
    private static void writeFigures(Connection database, UUID programme) throws Exception {
        database.setAutoCommit(false);
        try (var figures = database.prepareStatement("""
                        insert into measured_figure
                        select * from figure where programme_id = ? and version_id =
                          (select version_id from figure where programme_id = ? limit 1)""");
                var deltas = database.prepareStatement("""
                        insert into measured_delta
                        select city_id, programme_id, indicator_id, item, period, id, value, 1 from measured_figure""");
                var statement = database.createStatement()) {
            statement.execute("delete from measured_figure");
            statement.execute("delete from measured_delta");
            figures.setObject(1, programme);
            figures.setObject(2, programme);
            if (figures.executeUpdate() != INDICATORS || deltas.executeUpdate() != INDICATORS) {
                throw new IllegalStateException("other figures than the return has");
            }
            database.commit();
        } finally {
            database.setAutoCommit(true);
        }
    }

    private static void alike(Connection database, String table, String like) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("drop table if exists " + table);
            statement.execute("create table " + table + " (like " + like + " including all)");
        }
    }
}
