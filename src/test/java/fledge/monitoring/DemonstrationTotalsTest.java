package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.programme.ProgrammeService;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class DemonstrationTotalsTest {

    @Autowired
    CityService cityService;

    @Autowired
    Cities cities;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    Figures figures;

    @ParameterizedTest
    @ValueSource(strings = {"jiangmen", "luqiao", "jinan", "chengdu", "yingtan"})
    void the_totals_of_three_years_are_what_the_figures_add_up_to(String code) {
        City city = cityService.byCode(code).orElseThrow();
        cities.in(city, () -> {
            var sample = programmes.running().orElseThrow();
            assertThat(figures.totals(sample.id()))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderEntriesOf(figures.totalsRecomputed(sample.id()));
            return city;
        });
    }
}
