package fledge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.support.PortalTest;
import fledge.support.Superuser;
import java.sql.SQLException;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Each promise the start-up asks for is broken once, in a transaction that is rolled back. */
@PortalTest
class DatabaseProbeTest {

    @Autowired
    DataSource portal;

    @Autowired
    Superuser superuser;

    @Test
    void a_good_database_has_no_findings() {
        assertThat(new DatabaseProbe(portal).findings()).isEmpty();
    }

    @Test
    void a_superuser_is_refused() throws SQLException {
        assertThat(findings("select 1", "postgres"))
                .anyMatch(finding -> finding.contains("too strong"))
                .anyMatch(finding -> finding.contains("not effective"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter role fledge_app createrole                                             | too strong
            create table planted (id int); alter table planted owner to fledge_app       | owns tables
            grant fledge_owner to fledge_app with inherit false                          | member of another role
            alter table city_wall disable row level security                             | not effective
            drop policy one_city on city_wall; create policy p on city_wall using (true) | not effective
            set local synchronous_commit = off                                           | synchronous_commit is off
            set local synchronous_commit = local                                         | synchronous_commit is off
            set local timezone to UTC                                                   | the zone
            """)
    void a_planted_fault_is_the_one_finding(String fault, String finding) throws SQLException {
        assertThat(findings(fault, "fledge_app")).singleElement().asString().contains(finding);
    }

    @Test
    void another_zone_of_the_machine_is_refused() {
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            assertThat(new DatabaseProbe(portal).findings())
                    .singleElement()
                    .asString()
                    .contains("the zone");
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private List<String> findings(String fault, String user) throws SQLException {
        try (var connection = superuser.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(fault);
            statement.execute("set local session authorization " + user);
            List<String> findings = new DatabaseProbe(new SingleConnectionDataSource(connection, true)).findings();
            connection.rollback();
            return findings;
        }
    }
}
