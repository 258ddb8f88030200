package fledge.demo;

import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cities of the demonstration are complete; asked before any city is bound. */
@Repository
@ConditionalOnBooleanProperty("fledge.demo")
class LoadedCities {

    private final JdbcClient jdbc;
    private final CityService cities;

    LoadedCities(JdbcClient jdbc, CityService cities) {
        this.jdbc = jdbc;
        this.cities = cities;
    }

    boolean contain(String code) {
        return jdbc.sql("select exists (select from demo_load where city_code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    /** There is the city, and its load never came to its end. */
    boolean brokeOff(String code) {
        return cities.byCode(code).isPresent() && !contain(code);
    }

    void add(String code) {
        CurrentCity.run(
                cities.platform(),
                () -> jdbc.sql("insert into demo_load (city_code, finished_at) values (?, now())")
                        .param(code)
                        .update());
    }
}
