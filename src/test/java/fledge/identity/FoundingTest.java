package fledge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.identity.FoundingService.Administrator;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.support.PortalTest;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.NewCity;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class FoundingTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<Administrator> TWO =
            List.of(new Administrator("first-admin", "陆一"), new Administrator("second-admin", "陆二"));

    private final FoundingService foundings;
    private final CityService cities;
    private final UnitService units;

    @Autowired
    FoundingTest(FoundingService foundings, CityService cities, UnitService units) {
        this.foundings = foundings;
        this.cities = cities;
        this.units = units;
    }

    @Test
    void a_founded_city_has_its_root_and_two_administrators() {
        FoundingService.Founded founded = found(city("founded"), TWO);

        assertThat(founded.administrators())
                .extracting(FoundingService.Founded.Let::login)
                .containsExactly("first-admin", "second-admin");
        assertThat(founded.city().open()).isFalse();
        assertThat(CurrentCity.supply(founded.city(), units::units)).hasSize(1);
    }

    @Test
    void an_empty_form_is_told_all_it_lacks_at_once() {
        NewCity empty = new NewCity("", "", "", "", "", "", "", "", "", "");
        assertThatThrownBy(() -> found(empty, List.of(new Administrator("", ""), new Administrator("", ""))))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::field)
                                .contains("code", "nameZh", "divisionCode", "login1", "person1", "login2", "person2"));
    }

    @Test
    void one_person_cannot_be_both_administrators() {
        assertThatThrownBy(() -> found(
                        city("lonely"), List.of(new Administrator("Only", "陆一"), new Administrator("only ", "陆二"))))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::field)
                                .containsExactly("login2"));
    }

    @Test
    void a_founding_that_broke_off_is_taken_up_again() {
        NewCity described = city("broken");
        assertThatThrownBy(() -> found(
                        described, List.of(new Administrator("good-login", "陆一"), new Administrator("坏 登录名", "陆二"))))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::field)
                                .containsExactly("login2"));
        City left = cities.byCode(described.code()).orElseThrow();
        assertThat(CurrentCity.supply(left, units::units)).isEmpty();

        assertThat(found(described, TWO).city().id()).isEqualTo(left.id());
    }

    private FoundingService.Founded found(NewCity city, List<Administrator> administrators) {
        return CurrentCity.supply(
                cities.platform(), () -> Actor.supply(Actor.SYSTEM, () -> foundings.found(city, administrators)));
    }

    private static NewCity city(String name) {
        String code = name + "-" + NUMBER.incrementAndGet();
        return new NewCity(code, "试城", "Testing", "某省", "Province", "331004", "#0b57a4", "主办单位", "承办单位", "0576-0000");
    }
}
