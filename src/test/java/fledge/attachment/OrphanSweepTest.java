package fledge.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/** On a city that has files of its own, all of them made old, so that nothing but their rows keeps them. */
@PortalTest
class OrphanSweepTest {

    private static final byte[] GARBAGE = "nobody has the key".getBytes(StandardCharsets.UTF_8);
    private static final Duration OLD = OrphanSweep.YOUNG.plusHours(1);

    @Autowired
    OrphanSweep sweep;

    @Autowired
    AttachmentRepository attachments;

    @Autowired
    BlobStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PortalClock clock;

    @Autowired
    CityService cities;

    @Autowired
    Cities fresh;

    @Value("${fledge.attachments.folder}")
    Path folder;

    private final List<UUID> planted = new ArrayList<>();
    private City city;
    private List<UUID> kept;

    @BeforeEach
    void begin() throws IOException {
        city = cities.byCode("luqiao").orElseThrow();
        kept = fresh.in(
                city, () -> attachments.findAll().stream().map(Attachment::id).toList());
        assertThat(kept).isNotEmpty();
        for (UUID id : kept) {
            age(city, id);
        }
    }

    @AfterEach
    void takeAway() throws IOException {
        for (UUID id : planted) {
            store.delete(city.id(), id);
        }
    }

    private UUID plant() throws IOException {
        UUID id = UUID.randomUUID();
        store.put(city.id(), id, GARBAGE);
        planted.add(id);
        return id;
    }

    private UUID plantOld() throws IOException {
        UUID id = plant();
        age(city, id);
        return id;
    }

    private void age(City of, UUID id) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(Short.toString(of.id())))) {
            Path file = files.filter(path -> path.endsWith(id.toString()))
                    .findFirst()
                    .orElseThrow();
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(OLD)));
        }
    }

    private static void sweep(City of, OrphanSweep by) throws IOException {
        IOException[] failure = new IOException[1];
        CurrentCity.run(of, () -> {
            try {
                by.sweep();
            } catch (IOException e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    private void assertThere(City of, UUID id) {
        assertThatCode(() -> store.get(of.id(), id)).doesNotThrowAnyException();
    }

    private void assertGone(City of, UUID id) {
        assertThatThrownBy(() -> store.get(of.id(), id)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void what_has_no_row_goes_once_it_is_old_and_what_has_one_stays() throws IOException {
        UUID orphan = plantOld();
        UUID young = plant();
        sweep(city, sweep);
        assertGone(city, orphan);
        assertThere(city, young);
        kept.forEach(id -> assertThere(city, id));
    }

    @Test
    void a_row_of_one_city_keeps_nothing_in_another() throws IOException {
        City other = fresh.fresh();
        UUID id = kept.getFirst();
        store.put(other.id(), id, GARBAGE);
        age(other, id);
        sweep(other, sweep);
        assertGone(other, id);
        assertThere(city, id);
    }

    @Test
    void a_store_that_does_not_belong_to_the_database_is_left_alone() throws IOException {
        for (int i = 0; i <= OrphanSweep.MOST; i++) {
            plantOld();
        }
        assertThatThrownBy(() -> sweep(city, sweep)).hasMessageContaining("101 files have no row");
        planted.forEach(id -> assertThere(city, id));
        store.delete(city.id(), planted.removeFirst());
        sweep(city, sweep);
        planted.forEach(id -> assertGone(city, id));
        kept.forEach(id -> assertThere(city, id));
    }

    @Test
    void a_listing_that_breaks_off_deletes_nothing() throws IOException {
        UUID orphan = plantOld();
        var breaking = new BrokenStore(store);
        var careful = new OrphanSweep(attachments, breaking, transaction, clock);
        assertThatThrownBy(() -> sweep(city, careful)).hasMessage("broken off");
        assertThat(breaking.told).isTrue();
        assertThere(city, orphan);
    }

    /** Tells all there is, and fails at the end of it. */
    private static final class BrokenStore implements BlobStore {

        private final BlobStore whole;
        private boolean told;

        BrokenStore(BlobStore whole) {
            this.whole = whole;
        }

        @Override
        public void put(short city, UUID id, byte[] sealed) throws IOException {
            whole.put(city, id, sealed);
        }

        @Override
        public byte[] get(short city, UUID id) throws IOException {
            return whole.get(city, id);
        }

        @Override
        public void delete(short city, UUID id) throws IOException {
            whole.delete(city, id);
        }

        @Override
        public void list(short city, Consumer<List<StoredBlob>> page) throws IOException {
            whole.list(city, page);
            told = true;
            throw new IOException("broken off");
        }
    }
}
