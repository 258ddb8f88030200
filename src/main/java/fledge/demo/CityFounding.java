package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.identity.rules.PasswordRule;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.NewCity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Founds a city with its units, and lets its people in. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class CityFounding {

    private static final String REASON = "示例城市初始化";

    private final Stage stage;
    private final CityService cities;
    private final UnitService units;
    private final AccountService accounts;

    CityFounding(Stage stage, CityService cities, UnitService units, AccountService accounts) {
        this.stage = stage;
        this.cities = cities;
        this.units = units;
        this.accounts = accounts;
    }

    Town found(CityFile file, PeopleFile people, SampleYears years) {
        City city = CurrentCity.supply(
                cities.platform(), () -> Actor.supply(Actor.SYSTEM, () -> cities.add(described(file.city()))));
        Map<String, UUID> added = new HashMap<>();
        List<PeopleFile.Login> logins = people.of(city.code());
        stage.act(city, Town.founding(years), Actor.SYSTEM, () -> {
            file.units().forEach(unit -> addUnit(unit, file.units(), added));
            addOrganisations(logins, added);
        });
        stage.act(
                city,
                Town.founding(years),
                Actor.SYSTEM,
                () -> logins.forEach(login -> letIn(login, people, added, years)));
        List<Town.Player> players = stage.ask(
                city,
                () -> logins.stream()
                        .map(login -> new Town.Player(login.role(), login.unit(), accounts.actorOf(login.login())))
                        .toList());
        return new Town(city, file, years, Map.copyOf(added), players);
    }

    /** The platform's own unit and operator. */
    void foundPlatform(PeopleFile people, SampleYears years) {
        Map<String, UUID> added = new HashMap<>();
        stage.act(cities.platform(), Town.founding(years), Actor.SYSTEM, () -> {
            for (PeopleFile.Login login : people.of(null)) {
                added.computeIfAbsent(
                        place(login),
                        code -> units.add(
                                NewUnit.of("operations", "平台运维", "Platform operations", UnitKind.OTHER, null)));
                letIn(login, people, added, years);
            }
        });
    }

    private static NewCity described(CityFile.Profile profile) {
        return new NewCity(
                profile.code(),
                profile.nameZh(),
                profile.nameEn(),
                profile.provinceZh(),
                profile.provinceEn(),
                profile.divisionCode(),
                profile.hue(),
                profile.sponsorZh(),
                profile.hostZh(),
                profile.contactPhone());
    }

    /** A parent goes before its children, whatever the order of the file. */
    private UUID addUnit(CityFile.OfficialUnit unit, List<CityFile.OfficialUnit> all, Map<String, UUID> added) {
        UUID known = added.get(unit.code());
        if (known != null) {
            return known;
        }
        String parent = unit.parent();
        UUID parentId = parent == null ? null : addUnit(unit(parent, all), all, added);
        UUID id = units.add(new NewUnit(
                unit.code(),
                unit.nameZh(),
                unit.nameEn(),
                unit.kind(),
                parentId,
                unit.validFrom(),
                unit.validTo(),
                unit.aliases()));
        added.put(unit.code(), id);
        return id;
    }

    private static CityFile.OfficialUnit unit(String code, List<CityFile.OfficialUnit> all) {
        return all.stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no unit " + code));
    }

    /**
     * Whoever is outside the administration belongs to an organisation, which stands beside the city and not below it; an
     * enterprise is no such unit.
     */
    private void addOrganisations(List<PeopleFile.Login> logins, Map<String, UUID> added) {
        int count = 0;
        for (PeopleFile.Login login : logins) {
            String name = login.organisationZh();
            String nameEn = login.organisationEn();
            if (name != null && !login.isOfEnterprise() && !added.containsKey(name)) {
                count++;
                added.put(
                        name,
                        units.add(NewUnit.of(
                                "organisation_" + count, name, nameEn == null ? name : nameEn, UnitKind.OTHER, null)));
            }
        }
    }

    private void letIn(PeopleFile.Login login, PeopleFile people, Map<String, UUID> added, SampleYears years) {
        PeopleFile.RoleText text = people.text(login.role());
        UUID account = accounts.open(
                login.listed()
                        ? NewAccount.listed(
                                login.login(), login.nameZh(), PasswordRule.DEMONSTRATION, text.whatZh(), text.whatEn())
                        : NewAccount.of(login.login(), login.nameZh(), PasswordRule.DEMONSTRATION));
        if (login.isOfEnterprise()) {
            return; // acts for it once a claim is confirmed, as everybody else of an enterprise
        }
        UUID unit = added.get(place(login));
        if (unit == null) {
            throw new IllegalStateException(login.login() + ": no unit " + place(login));
        }
        for (Role role : login.roles()) {
            accounts.appointAtFounding(account, unit, role, LocalDate.of(years.first(), 1, 1), null, REASON);
        }
    }

    private static String place(PeopleFile.Login login) {
        @Nullable String named = login.unit() == null ? login.organisationZh() : login.unit();
        return named == null ? "operations" : named;
    }
}
