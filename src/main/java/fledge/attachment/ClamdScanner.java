package fledge.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks a ClamAV daemon over TCP: the command INSTREAM, pieces with their length before them, an empty one, and then its verdict. */
@Component
class ClamdScanner implements VirusScanner {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_VERDICT = 1024;
    private static final int CONNECTING = (int) Duration.ofSeconds(3).toMillis();
    private static final int ANSWERING = (int) Duration.ofSeconds(30).toMillis();

    private final String host;
    private final int port;

    ClamdScanner(
            @Value("${fledge.attachments.clamd.host:}") String host,
            @Value("${fledge.attachments.clamd.port:3310}") int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public boolean isThere() {
        return !host.isEmpty();
    }

    @Override
    public boolean findsNothingIn(byte[] bytes) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECTING);
            socket.setSoTimeout(ANSWERING);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < bytes.length; from += PIECE) {
                int length = Math.min(PIECE, bytes.length - from);
                out.writeInt(length);
                out.write(bytes, from, length);
            }
            out.writeInt(0);
            out.flush();
            String verdict = new String(socket.getInputStream().readNBytes(LONGEST_VERDICT), StandardCharsets.UTF_8);
            if (verdict.contains(" FOUND")) {
                return false;
            }
            if (verdict.startsWith("stream: OK")) {
                return true;
            }
            throw new IOException("The scanner says neither clean nor found: " + verdict.strip());
        }
    }
}
