package fledge.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3StoreTest extends BlobStoreContract {

    private TestS3Server server;
    private S3Store store;

    @BeforeEach
    void begin() throws IOException {
        server = new TestS3Server();
        store = new S3Store(server.settings(), Duration.ofSeconds(5));
    }

    @AfterEach
    void end() {
        store.close();
        server.close();
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Test
    void files_lie_under_the_number_of_their_city() throws IOException {
        UUID id = UUID.randomUUID();
        store.put(CITY, id, BYTES);
        assertThat(server.objects()).containsOnlyKeys("7/" + id);
        assertThat(server.objects().get("7/" + id)).isEqualTo(BYTES);
    }

    @Test
    void a_store_without_conditions_is_asked_without() throws IOException {
        server.suffer(TestS3Server.Fault.NO_CONDITIONS);
        UUID id = UUID.randomUUID();
        store.put(CITY, id, BYTES);
        assertThat(server.objects()).containsOnlyKeys("7/" + id);
        assertThat(server.asked()).isEqualTo(2);
    }

    @Test
    void a_busy_store_is_a_failure_that_says_its_words() throws IOException {
        UUID id = UUID.randomUUID();
        store.put(CITY, id, BYTES);
        server.suffer(TestS3Server.Fault.BUSY);
        assertThatThrownBy(() -> store.put(CITY, UUID.randomUUID(), BYTES))
                .isInstanceOf(IOException.class)
                .hasMessage("The store answers 503 SlowDown");
        assertThatThrownBy(() -> store.get(CITY, id)).hasMessage("The store answers 503 SlowDown");
        assertThatThrownBy(() -> store.delete(CITY, id)).hasMessage("The store answers 503 SlowDown");
        assertThat(server.objects()).containsOnlyKeys("7/" + id);
    }

    @Test
    void a_listing_that_breaks_off_is_a_failure() throws IOException {
        for (int i = 0; i < 3; i++) {
            store.put(CITY, UUID.randomUUID(), BYTES);
        }
        server.objects().put("7/notes.txt", BYTES);
        assertThat(listed(CITY)).hasSize(3);
        server.suffer(TestS3Server.Fault.SECOND_PAGE);
        assertThatThrownBy(() -> listed(CITY)).hasMessage("The store answers 503 SlowDown");
    }

    @Test
    void half_a_body_is_a_failure_and_no_file() throws IOException {
        UUID id = UUID.randomUUID();
        store.put(CITY, id, BYTES);
        server.suffer(TestS3Server.Fault.CUT_OFF);
        assertThatThrownBy(() -> store.get(CITY, id))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_body_that_does_not_come_is_not_waited_for() throws IOException {
        UUID id = UUID.randomUUID();
        store.put(CITY, id, BYTES);
        server.suffer(TestS3Server.Fault.SLOW);
        try (var hasty = new S3Store(server.settings(), Duration.ofMillis(300))) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> hasty.get(CITY, id)).isInstanceOf(HttpTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void a_store_that_is_not_there_is_a_failure() throws IOException {
        int port;
        try (var nobody = new ServerSocket(0)) {
            port = nobody.getLocalPort();
        }
        var settings = new S3Settings("http://127.0.0.1:" + port, "cn-test-1", "files", "key", "hidden", true);
        try (var away = new S3Store(settings, Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> away.put(CITY, UUID.randomUUID(), BYTES)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void who_signs_for_somebody_unknown_is_refused_and_no_file_is_missing() {
        var settings = new S3Settings(
                server.settings().endpoint(), "cn-test-1", TestS3Server.BUCKET, "SOMEBODY", "hidden", true);
        try (var stranger = new S3Store(settings, Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> stranger.get(CITY, UUID.randomUUID()))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class)
                    .hasMessage("The store answers 403 SignatureDoesNotMatch");
        }
    }
}
