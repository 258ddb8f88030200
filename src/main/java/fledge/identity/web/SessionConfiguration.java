package fledge.identity.web;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions live in the database: they survive a restart and are the same on every node. Half an hour unused ends one. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 30 * 60)
class SessionConfiguration {

    /** The table's column holds exactly 36 characters: 27 random bytes. */
    private static final int ID_BYTES = 27;

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * The same database under another name: a session is saved when its answer begins, and where that happens within a
     * transaction, as in a long download, it must not get, and end, that transaction's connection.
     */
    @Bean(defaultCandidate = false)
    @SpringSessionDataSource
    static DataSource sessionDataSource(DataSource dataSource) {
        return new DelegatingDataSource(dataSource);
    }

    /** A session belongs to no city, and the portal's own transactions are refused without one. Nobody else may get these. */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations(@SpringSessionDataSource DataSource dataSource) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transaction;
    }

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOnPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    static SessionIdGenerator sessionIdGenerator() {
        return () -> {
            byte[] bytes = new byte[ID_BYTES];
            RANDOM.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    @Bean
    static SessionCookie cookieSerializer() {
        return new SessionCookie();
    }

    /** Error pages show who is signed in as well. */
    @Bean
    static <S extends Session> FilterRegistrationBean<SessionRepositoryFilter<S>> sessionFilter(
            SessionRepositoryFilter<S> filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }
}
