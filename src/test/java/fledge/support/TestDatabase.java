package fledge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Where the tests' PostgreSQL comes from: the environment, else a container where Docker answers, else the embedded server. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty("spring.datasource.url") != null) {
            return;
        }
        Map<String, Object> properties = dockerAnswers() ? container() : freshFolder();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", properties));
    }

    private static boolean dockerAnswers() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    /** A second context must not sweep away the first one's running server. */
    private static Map<String, Object> freshFolder() {
        Path folder = Path.of("target", "test-data");
        int context = CONTEXTS.incrementAndGet();
        try {
            if (context == 1) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("fledge.data", folder.resolve(Integer.toString(context)).toString());
    }

    @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
    private static Map<String, Object> container() {
        var server =
                new PostgreSQLContainer("postgres:18").withUsername("postgres").withPassword("postgres");
        server.start();
        try (var connection = DriverManager.getConnection(server.getJdbcUrl(), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8));
            statement.execute("ALTER ROLE fledge_migrator PASSWORD 'test'; ALTER ROLE fledge_app PASSWORD 'test'");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "spring.datasource.url", server.getJdbcUrl(),
                "spring.datasource.username", "fledge_app",
                "spring.datasource.password", "test",
                "spring.flyway.url", server.getJdbcUrl(),
                "spring.flyway.user", "fledge_migrator",
                "spring.flyway.password", "test");
    }
}
