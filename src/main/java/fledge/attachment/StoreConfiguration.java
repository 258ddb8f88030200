package fledge.attachment;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which store an installation keeps its files in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class StoreConfiguration {

    private static final Duration ANSWERING = Duration.ofSeconds(25);

    @Bean
    BlobStore blobStore(
            @Value("${fledge.attachments.store}") String kind,
            @Value("${fledge.attachments.folder}") Path folder,
            S3Settings s3) {
        return switch (kind) {
            case "disk" -> new DiskStore(folder);
            case "s3" -> {
                s3.requireWhole();
                yield new S3Store(s3, ANSWERING);
            }
            default -> throw new IllegalStateException("FLEDGE_ATTACHMENTS_STORE is neither disk nor s3");
        };
    }
}
