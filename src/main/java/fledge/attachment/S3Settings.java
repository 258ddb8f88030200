package fledge.attachment;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where an S3-compatible store is, and who asks it. */
@ConfigurationProperties("fledge.attachments.s3")
record S3Settings(String endpoint, String region, String bucket, String accessKey, String secret, boolean pathStyle) {

    /** An installation that lacks a setting does not start: its first file would find that out too late. */
    void requireWhole() {
        List<String> missing = Stream.of(
                        missing("ENDPOINT", endpoint),
                        missing("REGION", region),
                        missing("BUCKET", bucket),
                        missing("ACCESS_KEY", accessKey),
                        missing("SECRET", secret))
                .flatMap(names -> names)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Files are to lie in an S3 store, and it is not said where: set " + String.join(", ", missing));
        }
        if (!endpoint.matches("https?://[^/?#]+/?") || !bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalStateException("Files are to lie in an S3 store, and FLEDGE_ATTACHMENTS_S3_ENDPOINT is no"
                    + " address like https://host:port or FLEDGE_ATTACHMENTS_S3_BUCKET no name of a bucket");
        }
    }

    private static Stream<String> missing(String name, String value) {
        return value.isBlank() ? Stream.of("FLEDGE_ATTACHMENTS_S3_" + name) : Stream.empty();
    }

    /** The bucket's own address, without a slash at its end: below the host, or before it. */
    String address() {
        URI host = URI.create(endpoint);
        return pathStyle
                ? host.getScheme() + "://" + host.getAuthority() + "/" + bucket
                : host.getScheme() + "://" + bucket + "." + host.getAuthority();
    }

    /** Without the secret: what is logged by chance does not give it away. */
    @Override
    public String toString() {
        return address();
    }
}
