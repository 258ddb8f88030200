package fledge.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.boot.test.context.TestComponent;

/** The database's own administrator, for what the portal's role must not be able to do: planting faults. */
@TestComponent
public class Superuser {

    private final DataSource portal;

    Superuser(DataSource portal) {
        this.portal = portal;
    }

    /** A connection in the portal's schema, in auto-commit; the test is skipped where the tests did not start the server. */
    public Connection connect() {
        return connectTo(null);
    }

    /** The same to another database of the server. */
    public Connection connectTo(@Nullable String database) {
        Assumptions.assumeTrue(
                System.getenv("SPRING_DATASOURCE_URL") == null,
                "the database comes from the environment, and no test is its superuser");
        try (Connection own = portal.getConnection()) {
            String url = own.getMetaData().getURL().replaceFirst("\\?.*", "");
            String target = database == null ? url : url.replaceFirst("/[^/]*$", "/" + database);
            Connection connection = DriverManager.getConnection(target, "postgres", "postgres");
            try (var statement = connection.createStatement()) {
                statement.execute("set search_path to fledge, public");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements as the superuser. */
    public void run(String... statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
