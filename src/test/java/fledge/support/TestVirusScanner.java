package fledge.support;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Speaks the daemon's INSTREAM on a free port; finds one text that every file can hold, and can be away for a while. */
public final class TestVirusScanner implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What it takes for a virus. */
    public static final String VIRUS = "FLEDGE-STANDARD-TEST-VIRUS";

    private static final ServerSocket SERVER = started();
    private static volatile boolean away;

    private static ServerSocket started() {
        try {
            var server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().name("virus-scanner").start(() -> serve(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException e) {
                // Whoever broke off asks again.
            }
        }
    }

    private static void answer(Socket client) throws IOException {
        if (away) {
            return;
        }
        var in = new DataInputStream(client.getInputStream());
        String command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            throw new EOFException("no INSTREAM");
        }
        var text = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        String verdict = text.indexOf(VIRUS) < 0 ? "stream: OK\0" : "stream: Test.Virus FOUND\0";
        client.getOutputStream().write(verdict.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-virus-scanner",
                        Map.of(
                                "fledge.attachments.clamd.host",
                                SERVER.getInetAddress().getHostAddress(),
                                "fledge.attachments.clamd.port",
                                SERVER.getLocalPort())));
    }

    /** Does some work while nobody answers. */
    public static void away(Runnable work) {
        away = true;
        try {
            work.run();
        } finally {
            away = false;
        }
    }
}
