package fledge.support;

import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.NewCity;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Cities of a test's own: tenancy keeps them apart, so no test has to clean up after itself. */
@TestComponent
public class Cities {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final CityService cities;
    private final TransactionTemplate transaction;

    Cities(CityService cities, TransactionTemplate transaction) {
        this.cities = cities;
        this.transaction = transaction;
    }

    /** A new, empty city. */
    public City fresh() {
        String code = "t" + COUNT.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8).replaceAll("[^a-z0-9]", "");
        return CurrentCity.supply(cities.platform(), () -> {
            City city = cities.add(new NewCity(
                    code,
                    "测试市",
                    "Test city",
                    "测试省",
                    "Test province",
                    "000000",
                    "#0b57a4",
                    "测试市政府",
                    "测试市办公室",
                    "000-0000000"));
            cities.open(city.id());
            return cities.byCode(code).orElseThrow();
        });
    }

    /** Work as the system in a city, in one transaction. */
    public <T> T in(City city, Supplier<T> work) {
        return as(city, Actor.SYSTEM, work);
    }

    /** Work as somebody in a city, in one transaction. */
    public <T> T as(City city, Actor actor, Supplier<T> work) {
        return CurrentCity.supply(city, () -> Actor.supply(actor, () -> transaction.execute(status -> work.get())));
    }
}
