package fledge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.support.CatalogueGate;
import fledge.support.CatalogueGate.Finding;
import fledge.support.CatalogueGate.Rule;
import fledge.support.PortalTest;
import fledge.support.Superuser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks each rule once, in a transaction that is rolled back, and expects exactly that finding. */
@PortalTest
class CatalogueGateSabotageTest {

    /** A table as it should be; each fault spoils it. */
    private static final String GOOD =
            "create table planted (city_id smallint not null references city, id uuid not null,"
                    + " primary key (city_id, id)); select protect_city_table('planted', 'SELECT')";

    @Autowired
    Superuser superuser;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(Rule.NO_CITY, "planted", "create table planted (id uuid primary key)"),
                fault(
                        Rule.CITY_NOT_FIRST,
                        "planted",
                        "create table planted (id uuid not null, city_id smallint not null, primary key (city_id, id));"
                                + " select protect_city_table('planted', 'SELECT')"),
                fault(
                        Rule.CITY_TYPE,
                        "planted",
                        "create table planted (city_id int not null, id uuid not null, primary key (city_id, id));"
                                + " select protect_city_table('planted', 'SELECT')"),
                fault(Rule.ROW_SECURITY, "planted", GOOD + "; alter table planted no force row level security"),
                fault(Rule.ROW_SECURITY, "planted", GOOD + "; alter table planted disable row level security"),
                fault(Rule.POLICY, "planted", GOOD + "; drop policy one_city on planted"),
                fault(
                        Rule.POLICY,
                        "planted",
                        GOOD
                                + "; alter policy one_city on planted using (city_id = current_city() or current_city() is null)"),
                fault(Rule.POLICY, "planted", GOOD + "; create policy everybody on planted using (true)"),
                fault(Rule.POLICY, "planted", GOOD + "; alter policy one_city on planted with check (true)"),
                fault(
                        Rule.BOUND_CITY,
                        "current_city",
                        "create or replace function current_city() returns smallint stable language sql as"
                                + " $$ select coalesce(nullif(current_setting('app.city', true), ''), '0')::smallint $$"),
                fault(
                        Rule.PRIMARY_KEY,
                        "planted",
                        "create table planted (city_id smallint not null, id uuid primary key);"
                                + " select protect_city_table('planted', 'SELECT')"),
                fault(
                        Rule.UNIQUE_KEY,
                        "planted_name",
                        GOOD
                                + "; alter table planted add name text; create unique index planted_name on planted (name)"),
                fault(
                        Rule.FOREIGN_KEY,
                        "planted_wall_fk",
                        "create table planted (wall_city smallint, wall_id uuid, constraint planted_wall_fk"
                                + " foreign key (wall_city, wall_id) references city_wall);"
                                + " comment on table planted is 'shared: for a test'"),
                fault(
                        Rule.FOREIGN_KEY,
                        "planted_wall_fk",
                        GOOD
                                + "; alter table planted add wall_city smallint, add wall_id uuid, add constraint planted_wall_fk"
                                + " foreign key (wall_city, wall_id) references city_wall"),
                fault(
                        Rule.SET_NULL,
                        "planted_other_fk",
                        GOOD
                                + "; alter table planted add other_id uuid; alter table planted add constraint planted_other_fk"
                                + " foreign key (city_id, other_id) references planted on delete set null"),
                fault(
                        Rule.NOT_VALIDATED,
                        "planted_check",
                        GOOD + "; alter table planted add constraint planted_check check (id is not null) not valid"),
                fault(Rule.ENUM_TYPE, "planted", "create type planted as enum ('A')"),
                fault(Rule.VIEW, "planted", "create view planted as select * from city_wall"),
                fault(Rule.MATERIALISED_VIEW, "planted", "create materialized view planted as select * from city_wall"),
                fault(
                        Rule.PARTITION,
                        "planted_1",
                        "create table planted (city_id smallint not null, id uuid not null, primary key (city_id, id))"
                                + " partition by list (city_id); select protect_city_table('planted', 'SELECT');"
                                + " create table planted_1 partition of planted for values in (1);"
                                + " select protect_city_table('planted_1', 'SELECT')"),
                fault(Rule.GRANT, "planted TRUNCATE", GOOD + "; grant truncate on planted to fledge_app"),
                fault(Rule.GRANT, "planted REFERENCES", GOOD + "; grant references on planted to fledge_app"),
                fault(Rule.GRANT, "planted TRIGGER", GOOD + "; grant trigger on planted to fledge_app"),
                fault(Rule.GRANT_TO_ALL, "planted SELECT", GOOD + "; grant select on planted to public"),
                fault(Rule.ROLE_TOO_STRONG, "fledge_app", "alter role fledge_app bypassrls"),
                fault(Rule.ROLE_TOO_STRONG, "fledge_app", "alter role fledge_app createdb"),
                fault(Rule.ROLE_OWNS, "planted", "create sequence planted; alter sequence planted owner to fledge_app"),
                fault(Rule.ROLE_MEMBER, "fledge_owner", "grant fledge_owner to fledge_app with inherit false"),
                fault(Rule.ROLE_BUILDS, "fledge", "grant create on schema fledge to fledge_app"),
                fault(
                        Rule.DEFINER,
                        "planted",
                        "create function planted() returns int security definer language sql as 'select 1'"),
                fault(Rule.MONEY, "planted.granted_fen", GOOD + "; alter table planted add granted_fen int"),
                fault(Rule.MONEY, "planted.amount", GOOD + "; alter table planted add amount numeric"),
                fault(Rule.FLOATING, "planted.share", GOOD + "; alter table planted add share double precision"),
                fault(Rule.ID_TYPE, "planted.other_id", GOOD + "; alter table planted add other_id bigint"),
                fault(Rule.TIME_ZONE, "planted.at", GOOD + "; alter table planted add at timestamp"),
                fault(Rule.UNLOGGED, "planted", GOOD + "; alter table planted set unlogged"));
    }

    @ParameterizedTest(name = "{0} {1} {index}")
    @MethodSource("faults")
    void a_planted_fault_is_found(Rule rule, String object, String sql) throws SQLException {
        assertThat(newFindings(sql)).containsExactly(new Finding(rule, object));
    }

    @Test
    void a_table_as_it_should_be_is_no_finding() throws SQLException {
        assertThat(newFindings(GOOD)).isEmpty();
    }

    @Test
    void every_rule_is_broken_once() {
        assertThat(faults().map(fault -> fault.get()[0]).distinct())
                .containsExactlyInAnyOrder((Object[]) Rule.values());
    }

    private List<Finding> newFindings(String sql) throws SQLException {
        try (var connection = superuser.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<Finding> before = CatalogueGate.findings(connection);
            statement.execute(sql);
            var after = new ArrayList<>(CatalogueGate.findings(connection));
            connection.rollback();
            after.removeAll(before);
            return after;
        }
    }

    private static Arguments fault(Rule rule, String object, String sql) {
        return Arguments.of(rule, object, sql);
    }
}
