package fledge.base.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTotalTest {

    @Test
    void what_is_not_known_is_no_zero() {
        KnownTotal total = KnownTotal.of(Arrays.asList(new BigDecimal("53.22"), null, new BigDecimal("120.6")));
        assertThat(total.sum()).isEqualByComparingTo("173.82");
        assertThat(total.known()).isEqualTo(2);
        assertThat(total.all()).isEqualTo(3);
        assertThat(total.isPartial()).isTrue();
    }

    @Test
    void without_any_number_there_is_no_total() {
        assertThat(KnownTotal.of(Arrays.asList(null, null, null)).sum()).isNull();
        assertThat(KnownTotal.of(List.of()).isPartial()).isFalse();
        assertThat(KnownTotal.of(List.of(BigDecimal.ZERO)).sum()).isEqualByComparingTo("0");
    }
}
