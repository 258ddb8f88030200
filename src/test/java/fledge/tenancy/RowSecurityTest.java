package fledge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Superuser;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The wall between cities, tried from the portal's side: every table by every way in, and every way a binding can go wrong. */
@PortalTest
class RowSecurityTest {

    private static final String DEADLOCK = "40P01";
    private static final int TURNS = 5;
    private static final String PERMISSION_DENIED = "42501";
    private static final String NOT_WITH_ROW_SECURITY = "0A000";

    @Autowired
    Cities cities;

    @Autowired
    CityService list;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Superuser superuser;

    @Autowired
    PlatformTransactionManager transactions;

    /**
     * In a transaction that is rolled back: the table is stripped of its constraints and triggers so that a row of two cities
     * fits in, and the portal's role is given every right on rows, so that only row-level security is left to refuse.
     */
    @TestFactory
    List<DynamicTest> no_way_leads_into_another_city() {
        short own = cities.fresh().id();
        short other = cities.fresh().id();
        var tests = new ArrayList<DynamicTest>();
        for (String table : cityTables()) {
            tests.add(DynamicTest.dynamicTest(table, () -> tryUndisturbed(table, own, other)));
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(3);
        return tests;
    }

    /** Taking a table's constraints away may meet a job of the portal halfway; the database then ends one of the two. */
    private void tryUndisturbed(String table, short own, short other) throws SQLException, IOException {
        for (int turn = 1; ; turn++) {
            try {
                tryEveryWay(table, own, other);
                return;
            } catch (SQLException e) {
                if (turn == TURNS || !DEADLOCK.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private void tryEveryWay(String table, short own, short other) throws SQLException, IOException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            strip(statement, table);
            statement.execute("insert into %s (city_id) values (%d), (%d)".formatted(table, own, other));
            statement.execute("set local role fledge_app");
            assertThat(refusalOf(connection, "truncate " + table)).isEqualTo(PERMISSION_DENIED);
            statement.execute("reset role");
            statement.execute("grant select, insert, update, delete on " + table + " to fledge_app");
            statement.execute("set local role fledge_app");
            knock(connection, statement, table, own, other);
            statement.execute("reset role");
            assertThat(count(statement, "select count(*) from %s where city_id = %d".formatted(table, other)))
                    .isOne();
            connection.rollback();
        }
    }

    private static void knock(Connection connection, Statement statement, String table, short own, short other)
            throws SQLException, IOException {
        String all = "select count(*) from " + table;
        assertThat(count(statement, all)).as("no city bound").isZero();
        statement.execute("set local app.city = ''");
        assertThat(count(statement, all)).as("an empty city bound").isZero();
        statement.execute("set local app.city = '%d'".formatted(own));
        assertThat(count(statement, all)).as("own rows").isOne();
        assertThat(count(statement, all + " where city_id <> " + own))
                .as("foreign rows")
                .isZero();
        assertThat(refusalOf(connection, "insert into %s (city_id) values (%d)".formatted(table, other)))
                .as("insert into the other city")
                .isEqualTo(PERMISSION_DENIED);
        assertThat(refusalOf(connection, "update %s set city_id = %d".formatted(table, other)))
                .as("move a row to the other city")
                .isEqualTo(PERMISSION_DENIED);
        assertThat(statement.executeUpdate(
                        "update %s set city_id = %d where city_id = %d".formatted(table, own, other)))
                .as("take a row of the other city")
                .isZero();
        assertThat(statement.executeUpdate("delete from %s where city_id = %d".formatted(table, other)))
                .as("delete in the other city")
                .isZero();
        assertThat(refusalOf(connection, "set local row_security = off; " + all))
                .as("row security switched off")
                .isEqualTo(PERMISSION_DENIED);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var copied = new StringWriter();
        copy.copyOut("copy " + table + " (city_id) to stdout", copied);
        assertThat(copied.toString().strip()).as("copied out").isEqualTo(Short.toString(own));
        var savepoint = connection.setSavepoint();
        assertThatThrownBy(() -> copy.copyIn("copy " + table + " (city_id) from stdin", new StringReader(other + "\n")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_WITH_ROW_SECURITY));
        connection.rollback(savepoint);
    }

    @Test
    void no_bound_city_means_no_transaction_and_nothing_left_behind() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> null))
                .hasStackTraceContaining("no city is bound");
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();
    }

    @Test
    void outside_a_transaction_a_bound_city_shows_nothing() {
        City platform = list.platform();
        CurrentCity.run(platform, () -> assertThat(wallRows()).isZero());
        assertThat(cities.in(platform, this::wallRows)).isOne();
    }

    @Test
    void a_read_only_transaction_is_bound_too() {
        City city = cities.fresh();
        var readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        assertThat(CurrentCity.<Short>supply(city, () -> readOnly.execute(status -> boundCity())))
                .isEqualTo(city.id());
    }

    @Test
    void a_new_transaction_for_another_city_sees_that_one_and_the_outer_keeps_its_own() {
        City outer = cities.fresh();
        City inner = cities.fresh();
        var fresh = new TransactionTemplate(transactions);
        fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Map<String, Short> seen = cities.in(outer, () -> {
            var bound = new LinkedHashMap<String, Short>();
            bound.put("before", boundCity());
            CurrentCity.run(inner, () -> fresh.executeWithoutResult(status -> bound.put("inner", boundCity())));
            bound.put("after", boundCity());
            return bound;
        });
        assertThat(seen)
                .containsExactly(
                        Map.entry("before", outer.id()),
                        Map.entry("inner", inner.id()),
                        Map.entry("after", outer.id()));
    }

    @Test
    void a_transaction_that_cannot_bind_its_city_leaves_nothing_behind() {
        City city = cities.fresh();
        String function = "function pg_catalog.set_config(text, text, boolean)";
        superuser.run("revoke execute on " + function + " from public");
        try {
            assertThatThrownBy(() -> cities.in(city, () -> null)).hasStackTraceContaining("set_config");
            assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
        } finally {
            superuser.run("grant execute on " + function + " to public");
        }
        assertThat(cities.in(city, this::boundCity)).isEqualTo(city.id());
    }

    @Test
    void a_transaction_that_cannot_begin_leaves_nothing_behind() {
        City city = cities.fresh();
        var impossible = new TransactionDefinition() {
            @Override
            public int getIsolationLevel() {
                return 99;
            }
        };
        assertThatThrownBy(() -> CurrentCity.run(city, () -> transactions.getTransaction(impossible)))
                .isInstanceOf(RuntimeException.class);
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        assertThat(cities.in(city, this::boundCity)).isEqualTo(city.id());
    }

    @Test
    void a_pooled_connection_forgets_its_city() {
        City city = cities.fresh();
        for (int i = 0; i < 20; i++) {
            cities.in(city, this::boundCity);
            assertThat(jdbc.sql("select coalesce(current_setting('app.city', true), '')")
                            .query(String.class)
                            .single())
                    .isEmpty();
        }
    }

    private short boundCity() {
        return jdbc.sql("select current_city()").query(Short.class).single();
    }

    private long wallRows() {
        return jdbc.sql("select count(*) from city_wall").query(Long.class).single();
    }

    private List<String> cityTables() {
        return jdbc.sql(
                        "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_id'"
                                + " where c.relnamespace = 'fledge'::regnamespace and c.relkind in ('r', 'p') order by 1")
                .query(String.class)
                .list();
    }

    private static void strip(Statement statement, String table) throws SQLException {
        statement.execute("""
                do $$ declare c record; begin
                  for c in select conname from pg_constraint where conrelid = '%1$s'::regclass and contype <> 't' order by contype = 'n' loop
                    execute format('alter table %1$s drop constraint if exists %%I cascade', c.conname);
                  end loop;
                end $$;
                alter table %1$s disable trigger user;
                delete from %1$s""".formatted(table));
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The SQL state with which a statement is refused. */
    private static String refusalOf(Connection connection, String sql) throws SQLException {
        var savepoint = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "not refused";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            connection.rollback(savepoint);
        }
    }
}
