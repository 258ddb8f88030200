package fledge.tenancy;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.Session;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;

/**
 * Binds every transaction to its city as it begins: row-level security reads the transaction-local setting {@code app.city}.
 * The same round trip brings the database's time for {@link PortalClock}. It is a dialect and not a transaction listener
 * because the transaction manager cleans up after a failure here and not after one there (docs/adr/0006).
 */
class CityBoundDialect extends HibernateJpaDialect {

    /** The session property that carries the transaction's time. */
    static final String NOW = "fledge.now";

    @Override
    public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition) throws SQLException {
        short city = CurrentCity.get().id();
        Object data = super.beginTransaction(entityManager, definition);
        Instant now = entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement =
                    connection.prepareStatement("select set_config('app.city', ?, true), transaction_timestamp()")) {
                statement.setString(1, Short.toString(city));
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getObject(2, OffsetDateTime.class).toInstant();
                }
            }
        });
        entityManager.setProperty(NOW, now);
        return data;
    }
}
