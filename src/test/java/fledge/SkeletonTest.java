package fledge;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class SkeletonTest {

    @Autowired
    Cities cities;

    @Autowired
    PortalClock clock;

    @Test
    void a_transaction_in_a_city_knows_the_database_time() {
        var city = cities.fresh();
        assertThat(cities.in(city, clock::now))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }
}
