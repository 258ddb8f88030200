package fledge.support;

import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.TestComponent;

/**
 * Plants the fault that a row is read without its lock: two works read the same state before either of them writes. A test of
 * races has to notice it.
 */
@TestComponent
public class LeftOutLock implements StatementInspector, HibernatePropertiesCustomizer {

    private static final ScopedValue<Fault> FAULT = ScopedValue.newInstance();
    private static final Pattern LOCK = Pattern.compile(" for (no key )?update.*$");
    private static final int PATIENCE_SECONDS = 2;

    /** Of which work of the race this is, and what it has done so far. */
    private static final class Fault {

        private final String table;
        private final CyclicBarrier bothHaveRead;
        private boolean read;

        Fault(String table, CyclicBarrier bothHaveRead) {
            this.table = table;
            this.bothHaveRead = bothHaveRead;
        }
    }

    /** Two works that both read the table's row unlocked, and go on when the other has read it too. */
    public static Callable<?>[] of(String table, Callable<?> one, Callable<?> other) {
        var bothHaveRead = new CyclicBarrier(2);
        return new Callable<?>[] {
            without(new Fault(table, bothHaveRead), one), without(new Fault(table, bothHaveRead), other)
        };
    }

    private static Callable<?> without(Fault fault, Callable<?> work) {
        return () -> ScopedValue.where(FAULT, fault).call(work::call);
    }

    @Override
    public String inspect(String sql) {
        if (!FAULT.isBound()) {
            return sql;
        }
        Fault fault = FAULT.get();
        if (fault.read) {
            fault.read = false;
            await(fault.bothHaveRead);
        }
        if (sql.contains(" " + fault.table + " ") && LOCK.matcher(sql).find()) {
            fault.read = true;
            return LOCK.matcher(sql).replaceFirst("");
        }
        return sql;
    }

    /** Where the other one was refused before it read the row there is nobody to wait for. */
    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            barrier.reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(JdbcSettings.STATEMENT_INSPECTOR, this);
    }
}
