package fledge.attachment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks as much of S3 as the store asks for, on a free port; does so badly when a test says so. */
final class TestS3Server implements AutoCloseable {

    static final String BUCKET = "fledge-files";
    static final String ACCESS_KEY = "TESTKEY";

    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY
            + "/\\d{8}/cn-test-1/s3/aws4_request,SignedHeaders=host;(if-none-match;)?x-amz-content-sha256;x-amz-date,"
            + "Signature=[0-9a-f]{64}";

    /** What may be wrong with it. */
    enum Fault {
        NONE,
        /** Every request is answered 503. */
        BUSY,
        /** Half of the body, and then the connection is closed. */
        CUT_OFF,
        /** The head comes, the body does not. */
        SLOW,
        /** The condition of a PUT is not known. */
        NO_CONDITIONS
    }

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile Fault fault = Fault.NONE;

    TestS3Server() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    S3Settings settings() {
        return settings("test-secret");
    }

    S3Settings settings(String secret) {
        return new S3Settings(
                "http://127.0.0.1:" + server.getAddress().getPort(), "cn-test-1", BUCKET, ACCESS_KEY, secret, true);
    }

    void suffer(Fault now) {
        fault = now;
    }

    Map<String, byte[]> objects() {
        return objects;
    }

    /** How often it was asked anything. */
    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            if (fault == Fault.BUSY) {
                refuse(exchange, 503, "SlowDown");
            } else if (!isSigned(exchange, body)) {
                refuse(exchange, 403, "SignatureDoesNotMatch");
            } else if (!path.startsWith("/" + BUCKET + "/")) {
                refuse(exchange, 404, "NoSuchBucket");
            } else {
                serve(exchange, path.substring(BUCKET.length() + 2), body);
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        String authorization = headers.getFirst("Authorization");
        return authorization != null
                && authorization.matches(SIGNED)
                && authorization.contains("if-none-match") == headers.containsKey("If-None-Match")
                && sha256(body).equals(headers.getFirst("x-amz-content-sha256"))
                && String.valueOf(headers.getFirst("x-amz-date")).matches("\\d{8}T\\d{6}Z");
    }

    private void serve(HttpExchange exchange, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, key, body);
            case "GET" -> get(exchange, key);
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> refuse(exchange, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpExchange exchange, String key, byte[] body) throws IOException {
        boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
        if (conditional && fault == Fault.NO_CONDITIONS) {
            refuse(exchange, 501, "NotImplemented");
        } else if (conditional && objects.containsKey(key)) {
            refuse(exchange, 412, "PreconditionFailed");
        } else {
            objects.put(key, body);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        byte[] body = objects.get(key);
        if (body == null) {
            refuse(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        int length = fault == Fault.NONE ? body.length : body.length / 2;
        exchange.getResponseBody().write(body, 0, length);
        exchange.getResponseBody().flush();
        if (fault == Fault.SLOW) {
            linger();
        }
    }

    private static void linger() {
        try {
            Thread.sleep(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
