package fledge;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the embedded database where no other is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(EmbeddedPostgres.class)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabaseConfiguration {

    /** The embedded server listens on loopback only and trusts who comes from there. */
    private static final String NO_PASSWORD = "";

    @Bean
    EmbeddedDatabase embeddedDatabase(@Value("${fledge.data}") Path folder) throws IOException, SQLException {
        return new EmbeddedDatabase(folder);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "fledge_app";
            }

            @Override
            public String getPassword() {
                return NO_PASSWORD;
            }

            @Override
            public String getJdbcUrl() {
                return database.url() + "?reWriteBatchedInserts=true";
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(EmbeddedDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return "fledge_migrator";
            }

            @Override
            public String getPassword() {
                return NO_PASSWORD;
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
