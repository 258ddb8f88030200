package fledge.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "::1, 0:0:0:0:0:0:0:0/64",
        "not an address, unknown",
        "'', unknown",
    })
    void only_the_network_of_an_address_is_kept(String address, String network) {
        assertThat(AddressPrefix.of(address)).isEqualTo(network);
    }
}
