package fledge.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.identity.rules.SignInDelay.Counted;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInDelayTest {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_FROM_NETWORK, 1, 0",
        "ACCOUNT_FROM_NETWORK, 3, 0",
        "ACCOUNT_FROM_NETWORK, 4, 2",
        "ACCOUNT_FROM_NETWORK, 5, 4",
        "ACCOUNT_FROM_NETWORK, 12, 512",
        "ACCOUNT_FROM_NETWORK, 13, 900",
        "ACCOUNT_FROM_NETWORK, 1000000, 900",
        "ACCOUNT, 10, 0",
        "ACCOUNT, 11, 2",
        "NETWORK, 30, 0",
        "NETWORK, 31, 2",
    })
    void the_wait_doubles_after_the_free_failures_up_to_a_quarter_of_an_hour(
            Counted counted, int failures, long seconds) {
        assertThat(SignInDelay.after(failures, counted)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
