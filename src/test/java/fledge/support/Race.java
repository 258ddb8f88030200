package fledge.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Works begun at the same moment on threads of their own. A seeded jitter, shorter than any of them takes, lets now the one and
 * now the other come first.
 */
public final class Race {

    private static final int JITTER_MICROS = 12_000;

    private final Random jitter;

    /** The seed is printed, so that a failure can be run again. */
    public Race(String what) {
        long seed = System.nanoTime();
        System.out.println("Race " + what + ", seed " + seed);
        this.jitter = new Random(seed);
    }

    /** What each came to, in the order they were given: its answer, or what it threw. */
    public List<Object> run(Callable<?>... works) throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(works.length)) {
            var running = new ArrayList<Future<?>>();
            for (Callable<?> work : works) {
                int pause = jitter.nextInt(JITTER_MICROS);
                running.add(threads.submit(() -> {
                    start.await();
                    TimeUnit.MICROSECONDS.sleep(pause);
                    return work.call();
                }));
            }
            start.countDown();
            var outcomes = new ArrayList<Object>();
            for (Future<?> one : running) {
                try {
                    outcomes.add(one.get());
                } catch (ExecutionException e) {
                    outcomes.add(e.getCause());
                }
            }
            return outcomes;
        }
    }
}
