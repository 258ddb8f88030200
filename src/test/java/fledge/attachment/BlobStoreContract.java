package fledge.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each store must do, wherever it keeps the bytes. */
abstract class BlobStoreContract {

    static final short CITY = 7;
    static final byte[] BYTES = "sealed".getBytes(StandardCharsets.UTF_8);

    abstract BlobStore store();

    @Test
    void what_is_put_comes_back_byte_for_byte() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        store().put(CITY, one, large);
        store().put(CITY, other, new byte[0]);
        assertThat(store().get(CITY, one)).isEqualTo(large);
        assertThat(store().get(CITY, other)).isEmpty();
    }

    @Test
    void what_lies_there_is_never_overwritten() throws IOException {
        UUID id = UUID.randomUUID();
        store().put(CITY, id, BYTES);
        assertThatThrownBy(() -> store().put(CITY, id, new byte[] {1})).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(store().get(CITY, id)).isEqualTo(BYTES);
    }

    @Test
    void of_many_who_put_the_same_at_once_one_does() throws Exception {
        UUID id = UUID.randomUUID();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> putting = () -> {
                try {
                    store().put(CITY, id, BYTES);
                    return true;
                } catch (FileAlreadyExistsException e) {
                    return false;
                }
            };
            long done = people.invokeAll(Stream.generate(() -> putting).limit(8).toList()).stream()
                    .filter(Future::resultNow)
                    .count();
            assertThat(done).isEqualTo(1);
        }
        assertThat(store().get(CITY, id)).isEqualTo(BYTES);
    }

    @Test
    void cities_are_kept_apart() throws IOException {
        UUID id = UUID.randomUUID();
        store().put(CITY, id, BYTES);
        assertThatThrownBy(() -> store().get((short) 8, id)).isInstanceOf(NoSuchFileException.class);
        store().delete((short) 8, id);
        assertThat(store().get(CITY, id)).isEqualTo(BYTES);
    }

    @Test
    void everything_of_a_city_is_listed_and_nothing_of_another() throws IOException {
        var kept = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            kept.add(UUID.randomUUID());
            store().put(CITY, kept.getLast(), BYTES);
        }
        store().put((short) (CITY * 10), UUID.randomUUID(), BYTES);
        assertThat(listed(CITY)).extracting(StoredBlob::id).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(listed(CITY))
                .extracting(StoredBlob::since)
                .allSatisfy(since -> assertThat(since).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
        assertThat(listed((short) 1)).isEmpty();
    }

    final List<StoredBlob> listed(short city) throws IOException {
        var all = new ArrayList<StoredBlob>();
        store().list(city, all::addAll);
        return all;
    }

    @Test
    void what_is_deleted_is_gone_and_deleting_it_again_is_no_error() throws IOException {
        UUID id = UUID.randomUUID();
        store().put(CITY, id, BYTES);
        store().delete(CITY, id);
        assertThatThrownBy(() -> store().get(CITY, id)).isInstanceOf(NoSuchFileException.class);
        assertThatCode(() -> store().delete(CITY, id)).doesNotThrowAnyException();
        store().put(CITY, id, BYTES);
        assertThat(store().get(CITY, id)).isEqualTo(BYTES);
    }
}
