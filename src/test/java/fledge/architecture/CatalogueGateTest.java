package fledge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.support.CatalogueGate;
import fledge.support.PortalTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class CatalogueGateTest {

    @Autowired
    DataSource dataSource;

    @Test
    void every_table_keeps_the_rules_of_the_data() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(CatalogueGate.findings(connection)).isEmpty();
        }
    }
}
