package fledge.sheets;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Opens somebody's workbooks, two at a time and each for so long only: what is in the file decides neither how much memory nor
 * how many threads of the portal it takes.
 */
@Component
class WorkbookWorker implements DisposableBean {

    private static final int AT_A_TIME = 2;
    private static final int WAITING = 16;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("workbook-", 0).daemon().factory());

    /** Work on one file; it asks the deadline as it goes. */
    interface Work<T> {
        T run(Deadline deadline) throws Exception;
    }

    /** When the work on a file has to be over. */
    record Deadline(long nanos) {

        static Deadline in(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        void check() {
            if (System.nanoTime() - nanos > 0 || Thread.currentThread().isInterrupted()) {
                throw new WorkbookRefused("slow");
            }
        }
    }

    <T> T within(Work<T> work) {
        Future<T> result;
        try {
            Callable<T> started = () -> work.run(Deadline.in(LONGEST));
            result = threads.submit(started);
        } catch (RejectedExecutionException full) {
            throw new WorkbookRefused("busy");
        }
        try {
            return result.get(2 * LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException e) {
                throw e;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            result.cancel(true);
            throw new WorkbookRefused("slow");
        } catch (InterruptedException stopped) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new WorkbookRefused("busy");
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
