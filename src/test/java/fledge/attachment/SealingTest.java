package fledge.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] TEXT = "企业名单".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NAME = {1};

    private final byte[] key = Sealing.newKey();

    @Test
    void what_is_sealed_opens_with_its_key_and_name_alone() {
        byte[] sealed = Sealing.seal(key, TEXT, NAME);
        assertThat(Sealing.open(key, sealed, NAME)).isEqualTo(TEXT);
        assertThatThrownBy(() -> Sealing.open(Sealing.newKey(), sealed, NAME))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Sealing.open(key, sealed, new byte[] {2})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_bit_anywhere_shows() {
        byte[] sealed = Sealing.seal(key, TEXT, NAME);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> Sealing.open(key, changed, NAME)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_same_text_never_looks_the_same() {
        assertThat(Sealing.seal(key, TEXT, NAME)).isNotEqualTo(Sealing.seal(key, TEXT, NAME));
    }
}
