package fledge.attachment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves to an S3 store who asks, and that nobody changed the question: AWS Signature Version 4 over method, address, headers
 * and the hash of the body.
 */
final class S3Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private S3Signature() {}

    /**
     * The headers of a request with those that sign it.
     *
     * @param address its path and query percent-encoded, and the query in the order of its names
     * @param more further headers, their names in lower case
     */
    static SortedMap<String, String> sign(
            S3Settings who, String method, URI address, Map<String, String> more, byte[] body, Instant at) {
        String second = SECOND.format(at);
        var headers = new TreeMap<>(more);
        headers.put("host", host(address));
        headers.put("x-amz-content-sha256", sha256(body));
        headers.put("x-amz-date", second);
        String names = String.join(";", headers.keySet());
        String request = String.join(
                "\n",
                method,
                address.getRawPath(),
                Objects.requireNonNullElse(address.getRawQuery(), ""),
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                names,
                sha256(body));
        List<String> scope = List.of(second.substring(0, 8), who.region(), "s3", "aws4_request");
        String where = String.join("/", scope);
        byte[] key = ("AWS4" + who.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope) {
            key = hmac(key, part);
        }
        String signature = HexFormat.of()
                .formatHex(hmac(
                        key,
                        String.join("\n", ALGORITHM, second, where, sha256(request.getBytes(StandardCharsets.UTF_8)))));
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + who.accessKey() + "/" + where + ",SignedHeaders=" + names + ",Signature="
                        + signature);
        return headers;
    }

    /** As the client writes it: a port that goes without saying is left out. */
    private static String host(URI address) {
        int usual = address.getScheme().equals("https") ? 443 : 80;
        return address.getPort() == -1 || address.getPort() == usual
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
