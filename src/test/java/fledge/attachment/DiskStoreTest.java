package fledge.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStoreTest extends BlobStoreContract {

    @TempDir
    Path folder;

    @Override
    BlobStore store() {
        return new DiskStore(folder);
    }

    @Test
    void nothing_half_written_stays_behind() throws IOException {
        UUID id = UUID.randomUUID();
        store().put(CITY, id, BYTES);
        assertThatThrownBy(() -> store().put(CITY, id, BYTES)).isInstanceOf(IOException.class);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(path -> assertThat(path.endsWith(id.toString())).isTrue());
        }
    }

    @Test
    void what_a_kill_left_half_written_is_listed_and_deleted_and_what_others_put_there_is_not() throws IOException {
        UUID id = UUID.randomUUID();
        store().put(CITY, UUID.randomUUID(), BYTES);
        String end = id.toString().substring(34);
        Path place =
                Files.createDirectories(folder.resolve(Short.toString(CITY)).resolve(end));
        Path unfinished = Files.writeString(place.resolve(id + ".part"), "half");
        Files.writeString(place.resolve("notes.txt"), "somebody's own");
        assertThat(listed(CITY)).hasSize(2).extracting(StoredBlob::id).contains(id);
        store().delete(CITY, id);
        assertThat(unfinished).doesNotExist();
        assertThat(listed(CITY)).hasSize(1);
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_failure() throws IOException {
        Files.writeString(folder.resolve(Short.toString(CITY)), "a file where the folder of the city belongs");
        assertThatThrownBy(() -> store().put(CITY, UUID.randomUUID(), BYTES)).isInstanceOf(IOException.class);
    }
}
