package fledge.support;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A portal in a process of its own, as it runs outside the tests: it can be killed, and started again on its folder. */
public final class PortalProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern READY = Pattern.compile("Fledge is ready: (http://localhost:\\d+)/");

    private final Path data;
    private final Path log;
    private final Process process;

    private PortalProcess(Path data, Path log, Process process) {
        this.data = data;
        this.log = log;
        this.process = process;
    }

    /** Starts one on a folder with the named demonstration cities, and waits for nothing. */
    public static PortalProcess launch(Path data, String cities, String... settings) throws IOException {
        Files.createDirectories(data);
        Path log = Files.createTempFile(data, "portal-", ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPathWithoutTests(),
                "fledge.Portal",
                "--fledge.demo=true",
                "--fledge.demo.cities=" + cities));
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // The tests' own database may be named in the environment; this portal brings its own.
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
        builder.environment().put("PORT", "0");
        builder.environment().put("MANAGEMENT_PORT", "0");
        builder.environment().put("FLEDGE_DATA", data.toString());
        return new PortalProcess(data, log, builder.start());
    }

    private static String classPathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it answers; says where. */
    public URI ready() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            Matcher matcher = READY.matcher(said());
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the portal did not start:\n" + said());
    }

    /** Everything it logged so far. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    /** Waits until it has ended by itself; its exit value. */
    public int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the portal does not end");
        }
        return process.exitValue();
    }

    /** kill -9: nothing of it runs another instruction. Its database server lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The usual end of a service. */
    public void stop() {
        process.destroy();
        process.onExit()
                .orTimeout(40, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }

    /** kill -9 of the database server and of everything it started. */
    public void killDatabase() throws IOException {
        databaseServer().ifPresent(server -> {
            List<ProcessHandle> children = server.descendants().toList();
            Stream.concat(Stream.of(server), children.stream()).forEach(ProcessHandle::destroyForcibly);
            Stream.concat(Stream.of(server), children.stream())
                    .forEach(killed -> killed.onExit().join());
        });
    }

    private Optional<ProcessHandle> databaseServer() throws IOException {
        Path pid = data.resolve("postgres").resolve("postmaster.pid");
        return Files.exists(pid)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                : Optional.empty();
    }

    /** Leaves nothing running. */
    @Override
    public void close() {
        stop();
    }
}
