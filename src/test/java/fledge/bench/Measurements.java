package fledge.bench;

import fledge.tenancy.PortalClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was measured in one run, and the page that says it. */
final class Measurements {

    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final List<Result> results = new ArrayList<>();

    /** Times in milliseconds; a run of one has no spread. */
    record Result(String work, double median, double p95, String goal) {}

    /** Something measured. */
    interface Work {
        void run(int n) throws Exception;
    }

    Result take(String work, String goal, int warmUps, int runs, Work once) throws Exception {
        for (int n = 0; n < warmUps; n++) {
            once.run(n);
        }
        double[] taken = new double[runs];
        for (int n = 0; n < runs; n++) {
            long begin = System.nanoTime();
            once.run(warmUps + n);
            taken[n] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(taken);
        var result = new Result(work, taken[runs / 2], taken[runs * 95 / 100], goal);
        results.add(result);
        System.out.println(result);
        return result;
    }

    static void ok(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Prints the page, and with {@code fledge.docs=write} keeps it. */
    void report(String file, String conditions, List<String> ratios) throws IOException {
        var text = new StringBuilder("""
                # Measured

                Written by `bin/bench --write`. %s; %d processors, load average %.1f at the start, Java %s, PostgreSQL embedded with fsync,
                full_page_writes and synchronous_commit on, everything on that machine: one client over loopback HTTP, one request after
                another, portal and client in one process, warmed up. %s

                | work | median ms | 95 of 100 within ms | goal, median ms |
                |---|---:|---:|---|
                """.formatted(
                        LocalDate.now(PortalClock.ZONE),
                        Runtime.getRuntime().availableProcessors(),
                        load,
                        Runtime.version().feature(),
                        conditions));
        results.forEach(result -> text.append(
                "| %s | %.2f | %.2f | %s |\n".formatted(result.work(), result.median(), result.p95(), result.goal())));
        text.append('\n');
        ratios.forEach(ratio -> text.append("- ").append(ratio).append('\n'));
        System.out.println(text);
        if ("write".equals(System.getProperty("fledge.docs"))) {
            Files.writeString(Path.of("docs", file), text);
        }
    }
}
