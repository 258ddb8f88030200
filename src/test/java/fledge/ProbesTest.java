package fledge;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.support.PortalTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What watches the portal asks these addresses, which belong to no city. */
@PortalTest
class ProbesTest {

    @Autowired
    MockMvcTester portal;

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void the_probes_answer_on_the_public_port_and_tell_nothing_else(String address) {
        assertThat(portal.get().uri(address)).hasStatusOk().bodyText().isEqualTo("{\"status\":\"UP\"}");
    }
}
