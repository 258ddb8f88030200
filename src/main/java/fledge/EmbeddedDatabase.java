package fledge;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of the portal's own, kept in a folder: durable (fsync and synchronous commit on, which the library
 * turns off), with the same roles as a real one, and back on its feet after the portal was killed.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final FileChannel lock;

    EmbeddedDatabase(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        lock = takeFolder(folder);
        Path files = folder.resolve("postgres");
        Path complete = folder.resolve("postgres.complete");
        if (!Files.exists(complete)) {
            FileSystemUtils.deleteRecursively(files);
        }
        stopLeftBehind(files);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("timezone", Portal.ZONE)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8));
        }
        Files.writeString(complete, "The database beside this file was set up completely.\n");
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }

    private static FileChannel takeFolder(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new FolderInUse(folder.toAbsolutePath().normalize());
        }
        return channel;
    }

    /** A server whose portal was killed goes on running; it holds everything acknowledged and is stopped cleanly. */
    private static void stopLeftBehind(Path files) throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle process = ProcessHandle.of(pid)
                .filter(found -> found.info().command().orElse("").contains("postgres"))
                .orElse(null);
        if (process == null) {
            // The server died as well; its pid may since belong to a stranger, which would keep PostgreSQL from
            // starting.
            Files.delete(pidFile);
            return;
        }
        LOG.info("Stopping the database server that a killed portal left behind");
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The database server left behind (process " + pid + ") does not stop", e);
        }
    }
}
