package fledge.attachment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

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
        /** The first page of a listing comes, the second does not. */
        SECOND_PAGE,
        /** The condition of a PUT is not known. */
        NO_CONDITIONS
    }

    /** So few, that a listing of some files has several pages. */
    private static final int PAGE = 2;

    /** What marks where a page begins; as with real ones, not all of it may stand in an address as it is. */
    private static final String FROM = "+/=&";

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
            case "GET" -> {
                if (key.isEmpty()) {
                    list(exchange);
                } else {
                    get(exchange, key);
                }
            }
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

    private void list(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String after = asked.getOrDefault("continuation-token", FROM);
        if (!after.startsWith(FROM) || !"2".equals(asked.get("list-type")) || !asked.containsKey("prefix")) {
            refuse(exchange, 400, "InvalidArgument");
            return;
        }
        List<String> keys = objects.keySet().stream()
                .filter(key -> key.startsWith(asked.get("prefix")) && (FROM + key).compareTo(after) > 0)
                .toList();
        if (!after.equals(FROM) && fault == Fault.SECOND_PAGE) {
            refuse(exchange, 503, "SlowDown");
            return;
        }
        boolean more = keys.size() > PAGE;
        var xml = new StringBuilder("<?xml version=\"1.0\"?>"
                + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>" + more
                + "</IsTruncated>");
        keys.stream()
                .limit(PAGE)
                .forEach(key -> xml.append("<Contents><Key>")
                        .append(key)
                        .append("</Key><LastModified>")
                        .append(Instant.now())
                        .append("</LastModified><Size>1</Size></Contents>"));
        if (more) {
            xml.append("<NextContinuationToken>")
                    .append((FROM + keys.get(PAGE - 1)).replace("&", "&amp;"))
                    .append("</NextContinuationToken>");
        }
        byte[] body = xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
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
