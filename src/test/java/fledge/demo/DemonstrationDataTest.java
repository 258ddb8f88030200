package fledge.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.apportionment.TargetLineStatus;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetStatus;
import fledge.apportionment.TargetSetView;
import fledge.enterprise.EnterpriseFile;
import fledge.enterprise.EnterpriseFinder;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.monitoring.IndicatorProgress;
import fledge.monitoring.ProgressService;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.monitoring.RoundService;
import fledge.monitoring.RoundView;
import fledge.monitoring.rules.Light;
import fledge.programme.PrintedActualService;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class DemonstrationDataTest {

    @Autowired
    DemonstrationData data;

    @Autowired
    CityService cityService;

    @Autowired
    Cities cities;

    @Autowired
    UnitService units;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    PrintedActualService actuals;

    @Autowired
    TargetSetService targetSets;

    @Autowired
    RoundService rounds;

    @Autowired
    ProgressService progress;

    @Autowired
    EnterpriseFinder enterprises;

    @Autowired
    AccountService accounts;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private City city(String code) {
        return cityService.byCode(code).orElseThrow();
    }

    private ProgrammeView programme(City city, ProgrammeKind kind) {
        return cities.in(
                city,
                () -> programmes.programmes().stream()
                        .filter(programme -> programme.kind() == kind)
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "jiangmen, 28, 8, 14",
        "luqiao, 29, 32, 0",
        "jinan, 36, 16, 6",
        "chengdu, 37, 12, 87",
        "yingtan, 32, 5, 0"
    })
    void each_city_has_the_units_indicators_and_printed_figures_of_its_documents(
            String code, int unitCount, int indicatorCount, int actualCount) {
        City city = city(code);
        UUID printed = programme(city, ProgrammeKind.PRINTED).id();
        UUID sample = programme(city, ProgrammeKind.SAMPLE).id();
        List<UnitView> official = cities.in(
                city,
                () -> units.units().stream()
                        .filter(unit -> !unit.code().startsWith("organisation_"))
                        .toList());
        assertThat(official).hasSize(unitCount);
        assertThat(cities.in(city, () -> programmes.indicators(printed))).hasSize(indicatorCount);
        assertThat(cities.in(city, () -> programmes.indicators(sample))).hasSize(indicatorCount);
        assertThat(cities.in(city, () -> actuals.count(printed))).isEqualTo(actualCount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jiangmen", "luqiao", "jinan", "chengdu", "yingtan"})
    void each_sample_has_at_least_eight_quarters_behind_it_and_one_that_is_open(String code) {
        City city = city(code);
        UUID sample = programme(city, ProgrammeKind.SAMPLE).id();
        List<RoundView> all = cities.in(city, rounds::rounds).stream()
                .filter(round -> round.programmeId().equals(sample))
                .toList();
        Map<RoundView, Set<ReturnStatus>> states = all.stream()
                .collect(Collectors.toMap(
                        round -> round,
                        round -> cities.in(city, () -> rounds.returnsOf(round.id())).stream()
                                .map(ReturnView::status)
                                .collect(Collectors.toSet())));
        RoundView newest = all.getFirst();
        assertThat(all).hasSizeGreaterThanOrEqualTo(9);
        assertThat(states.get(newest)).contains(ReturnStatus.OPEN, ReturnStatus.SUBMITTED);
        assertThat(all.subList(2, all.size()))
                .allSatisfy(round -> assertThat(states.get(round))
                        .isSubsetOf(ReturnStatus.LOCKED, ReturnStatus.MISSED, ReturnStatus.WAIVED));
        assertThat(states.values())
                .anyMatch(found -> found.contains(ReturnStatus.MISSED))
                .anyMatch(found -> found.contains(ReturnStatus.LOCKED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jiangmen", "luqiao", "jinan", "chengdu", "yingtan"})
    void each_city_has_seen_every_colour(String code) {
        City city = city(code);
        UUID sample = programme(city, ProgrammeKind.SAMPLE).id();
        Set<Light> seen = EnumSet.noneOf(Light.class);
        cities.in(city, () -> {
            for (IndicatorProgress indicator : progress.progress(sample).indicators()) {
                seen.add(indicator.rating().light());
                progress.history(indicator.indicator().id()).lights().forEach(frozen -> seen.add(frozen.light()));
            }
            return seen;
        });
        assertThat(seen).contains(Light.GREEN, Light.YELLOW, Light.RED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jiangmen", "luqiao", "jinan", "chengdu", "yingtan"})
    void each_city_has_a_household_that_became_a_company_and_an_enterprise_in_two_bases(String code) {
        City city = city(code);
        UUID company = cities.in(
                city,
                () -> jdbc.sql("select enterprise_id from growth_event where former_code is not null")
                        .query(UUID.class)
                        .single());
        Actor officer = cities.in(city, () -> accounts.actorOf(code + "-case-officer"));
        EnterpriseFile.Relative household =
                cities.as(city, officer, () -> enterprises.file(company)).was();
        assertThat(household).isNotNull();
        EnterpriseFile.Relative back = cities.as(
                        city, officer, () -> enterprises.file(Objects.requireNonNull(household.id())))
                .became();
        assertThat(back).isNotNull();
        assertThat(back.id()).isEqualTo(company);
        assertThat(pages.open(city, officer, "/residencies/doubtful")
                        .select("section[aria-labelledby=doubled] tbody tr:first-child td a"))
                .as("a base each")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jiangmen", "luqiao", "jinan", "chengdu", "yingtan"})
    void people_of_an_enterprise_act_for_it_and_are_appointed_to_no_unit(String code) {
        City city = city(code);
        UUID enterprise = cities.in(
                city,
                () -> jdbc.sql("""
                        select enterprise_id from representative
                        where status = 'CONFIRMED' and capacity = 'SIGNATORY' and account_id = ?""")
                        .param(accounts.actorOf(code + "-signatory").accountId())
                        .query(UUID.class)
                        .single());
        for (String login : List.of(code + "-enterprise", code + "-signatory")) {
            Actor actor = cities.in(city, () -> accounts.actorOf(login));
            assertThat(actor.appointments())
                    .extracting(Actor.Appointment::unitId)
                    .containsExactly(enterprise);
            assertThat(cities.in(
                            city,
                            () -> jdbc.sql("select count(*) from appointment where account_id = ?")
                                    .param(actor.accountId())
                                    .query(Integer.class)
                                    .single()))
                    .isZero();
            assertThat(pages.open(city, actor, "/desk").text()).contains("我的企业");
        }
    }

    @Test
    void every_city_has_issued_its_targets_and_leaves_nothing_over() {
        for (String code : DemonstrationData.CITIES) {
            City city = city(code);
            UUID sample = programme(city, ProgrammeKind.SAMPLE).id();
            TargetSetView issued =
                    cities.in(city, () -> targetSets.ofProgramme(sample)).getFirst();
            assertThat(issued.status()).as(code).isEqualTo(TargetSetStatus.ISSUED);
            assertThat(issued.edition()).as("amended once").isEqualTo(2);
            assertThat(cities.in(city, () -> targetSets.splits(issued.id())))
                    .isNotEmpty()
                    .allSatisfy(split -> assertThat(split.closes())
                            .as("%s %s", code, split.indicator().code())
                            .isTrue())
                    .anySatisfy(split ->
                            assertThat(split.lines()).anyMatch(line -> line.status() == TargetLineStatus.ACKNOWLEDGED));
        }
        City jiangmen = city("jiangmen");
        UUID printed = programme(jiangmen, ProgrammeKind.PRINTED).id();
        TargetSetView consulted =
                cities.in(jiangmen, () -> targetSets.ofProgramme(printed)).getFirst();
        assertThat(consulted.status()).isEqualTo(TargetSetStatus.CONSULTATION);
        assertThat(cities.in(jiangmen, () -> targetSets.splits(consulted.id())).stream()
                        .flatMap(split -> split.lines().stream())
                        .filter(line -> line.status() == TargetLineStatus.COUNTERED))
                .hasSize(1);
    }

    @Test
    void what_must_not_pass_unnoticed_was_refused_or_found() {
        assertThat(data.tried())
                .hasSize(15)
                .allSatisfy(tried -> assertThat(tried.outcome())
                        .as("%s of %s", tried.attempt().kind(), tried.attempt().unit())
                        .isEqualTo(tried.attempt().expected()));
    }

    @Test
    void nothing_of_one_city_is_visible_in_another() {
        for (String code : DemonstrationData.CITIES) {
            UUID sample = programme(city(code), ProgrammeKind.SAMPLE).id();
            for (String other : DemonstrationData.CITIES) {
                if (!other.equals(code)) {
                    assertThatThrownBy(() -> cities.in(city(other), () -> programmes.programme(sample)))
                            .isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> cities.in(city(other), () -> progress.progress(sample)))
                            .isInstanceOf(NotFound.class);
                }
            }
        }
    }

    @Test
    void a_second_start_adds_nothing() {
        List<City> before = cityService.cities();
        data.start();
        assertThat(cityService.cities()).hasSameSizeAs(before);
    }
}
