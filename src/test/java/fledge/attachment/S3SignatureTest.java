package fledge.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that Amazon publishes with Signature Version 4 for S3. */
class S3SignatureTest {

    private static final S3Settings EXAMPLE = new S3Settings(
            "https://s3.amazonaws.com",
            "us-east-1",
            "examplebucket",
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            false);
    private static final Instant AT = Instant.parse("2013-05-24T00:00:00Z");

    private static String signed(String method, String path, Map<String, String> more, String body) {
        return S3Signature.sign(
                        EXAMPLE,
                        method,
                        URI.create(EXAMPLE.address() + path),
                        more,
                        body.getBytes(StandardCharsets.UTF_8),
                        AT)
                .getOrDefault("authorization", "");
    }

    @Test
    void an_object_is_asked_for() {
        assertThat(signed("GET", "/test.txt", Map.of("range", "bytes=0-9"), ""))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void an_object_is_put() {
        assertThat(signed(
                        "PUT",
                        "/test%24file.text",
                        Map.of("date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY"),
                        "Welcome to Amazon S3."))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void objects_are_listed() {
        assertThat(signed("GET", "/?max-keys=2&prefix=J", Map.of(), ""))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void a_bucket_stands_before_the_host_or_in_the_path_and_the_secret_in_neither() {
        assertThat(EXAMPLE.address()).isEqualTo("https://examplebucket.s3.amazonaws.com");
        var inThePath = new S3Settings("http://minio.example:9000/", "cn", "files", "key", "hidden", true);
        assertThat(inThePath.address()).isEqualTo("http://minio.example:9000/files");
        assertThat(inThePath.toString()).isEqualTo("http://minio.example:9000/files");
        assertThat(S3Signature.sign(inThePath, "GET", URI.create(inThePath.address()), Map.of(), new byte[0], AT))
                .containsEntry("host", "minio.example:9000");
    }
}
