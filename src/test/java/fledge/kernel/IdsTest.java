package fledge.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void an_id_is_a_version_7_uuid_of_now() {
        long before = System.currentTimeMillis();
        UUID id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 100);
    }

    @Test
    void ids_made_one_after_another_are_in_order_also_as_text() {
        List<UUID> ids = Stream.generate(Ids::next).limit(20_000).toList();
        assertThat(ids.stream().map(UUID::toString)).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void ids_made_at_once_by_many_threads_differ() {
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 50_000).parallel().forEach(i -> ids.add(Ids.next()));
        assertThat(ids).hasSize(50_000);
    }
}
