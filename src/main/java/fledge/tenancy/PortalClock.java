package fledge.tenancy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The one clock: the time of the running database transaction, so that two nodes never disagree about a deadline. */
@Component
public class PortalClock {

    /** The zone in which days, quarters and deadlines are read. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final ScopedValue<Instant> REHEARSED = ScopedValue.newInstance();

    private final EntityManager entityManager;
    private final boolean demonstration;

    PortalClock(EntityManager entityManager, @Value("${fledge.demo:false}") boolean demonstration) {
        this.entityManager = entityManager;
        this.demonstration = demonstration;
    }

    /** The transaction's time; call it inside a transaction. */
    public Instant now() {
        if (REHEARSED.isBound()) {
            return REHEARSED.get();
        }
        if (entityManager.getProperties().get(CityBoundDialect.NOW) instanceof Instant now) {
            return now;
        }
        throw new IllegalStateException("the portal's clock is read inside a transaction only");
    }

    /** Runs the work as if at another time; the demonstration data's past quarters are made so, and nothing else can be. */
    public void rehearse(Instant time, Runnable work) {
        if (!demonstration) {
            throw new IllegalStateException("only the demonstration data rehearses the past (fledge.demo=true)");
        }
        ScopedValue.where(REHEARSED, time).run(work);
    }
}
