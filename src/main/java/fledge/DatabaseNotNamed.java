package fledge;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The packaged portal brings no database along; started without one it says what to set. */
class DatabaseNotNamed extends RuntimeException {

    private DatabaseNotNamed() {
        super("No database is named, and the packaged portal brings none along.");
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
    @ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
    static class Refusal {

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails() {
            throw new DatabaseNotNamed();
        }
    }

    /** Registered in META-INF/spring.factories. */
    static class Analysis extends AbstractFailureAnalyzer<DatabaseNotNamed> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, DatabaseNotNamed cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD,"
                            + " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD (docs/operations.md).",
                    cause);
        }
    }
}
