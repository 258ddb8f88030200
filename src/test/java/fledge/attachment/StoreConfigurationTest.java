package fledge.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StoreConfigurationTest {

    @TempDir
    Path folder;

    /** The settings are those of the portal, so that their names are tried too. */
    private ApplicationContextRunner portal(String... environment) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(StoreConfiguration.class)
                .withPropertyValues("FLEDGE_ATTACHMENTS=" + folder)
                .withPropertyValues(environment);
    }

    @Test
    void without_a_word_files_lie_on_the_disk() {
        portal().run(started -> assertThat(started).getBean(BlobStore.class).isInstanceOf(DiskStore.class));
    }

    @Test
    void an_installation_may_keep_them_in_a_bucket() {
        portal(
                        "FLEDGE_ATTACHMENTS_STORE=s3",
                        "FLEDGE_ATTACHMENTS_S3_ENDPOINT=https://oss.example",
                        "FLEDGE_ATTACHMENTS_S3_REGION=cn-east-1",
                        "FLEDGE_ATTACHMENTS_S3_BUCKET=fledge",
                        "FLEDGE_ATTACHMENTS_S3_ACCESS_KEY=key",
                        "FLEDGE_ATTACHMENTS_S3_SECRET=hidden",
                        "FLEDGE_ATTACHMENTS_S3_PATH_STYLE=true")
                .run(started -> {
                    assertThat(started).getBean(BlobStore.class).isInstanceOf(S3Store.class);
                    assertThat(started.getBean(S3Settings.class))
                            .hasToString("https://oss.example/fledge")
                            .returns("hidden", S3Settings::secret)
                            .returns("cn-east-1", S3Settings::region);
                });
    }

    @Test
    void a_bucket_that_is_half_described_stops_the_start() {
        portal("FLEDGE_ATTACHMENTS_STORE=s3", "FLEDGE_ATTACHMENTS_S3_BUCKET=fledge")
                .run(started -> assertThat(started)
                        .getFailure()
                        .hasRootCauseMessage("Files are to lie in an S3 store, and it is not said where: set"
                                + " FLEDGE_ATTACHMENTS_S3_ENDPOINT, FLEDGE_ATTACHMENTS_S3_ACCESS_KEY,"
                                + " FLEDGE_ATTACHMENTS_S3_SECRET"));
    }

    @Test
    void an_endpoint_that_is_no_address_stops_the_start() {
        portal(
                        "FLEDGE_ATTACHMENTS_STORE=s3",
                        "FLEDGE_ATTACHMENTS_S3_ENDPOINT=oss.example/files",
                        "FLEDGE_ATTACHMENTS_S3_BUCKET=fledge",
                        "FLEDGE_ATTACHMENTS_S3_ACCESS_KEY=key",
                        "FLEDGE_ATTACHMENTS_S3_SECRET=hidden")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("FLEDGE_ATTACHMENTS_S3_ENDPOINT")
                        .hasMessageNotContaining("hidden"));
    }

    @Test
    void a_store_nobody_knows_stops_the_start() {
        portal("FLEDGE_ATTACHMENTS_STORE=tape")
                .run(started -> assertThat(started)
                        .getFailure()
                        .hasRootCauseMessage("FLEDGE_ATTACHMENTS_STORE is neither disk nor s3"));
    }
}
