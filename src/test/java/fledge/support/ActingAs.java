package fledge.support;

import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.tenancy.City;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes a request come from somebody who holds a role in a unit of that city; the account is opened when first asked for. */
@TestComponent
public class ActingAs {

    private record Key(short city, Role role) {}

    private final Cities cities;
    private final UnitService units;
    private final AccountService accounts;
    private final SignedInAs signedIn;
    private final Map<Short, UUID> unitOf = new ConcurrentHashMap<>();
    private final Map<Key, UUID> accountOf = new ConcurrentHashMap<>();

    ActingAs(Cities cities, UnitService units, AccountService accounts, SignedInAs signedIn) {
        this.cities = cities;
        this.units = units;
        this.accounts = accounts;
        this.signedIn = signedIn;
    }

    public RequestPostProcessor role(City city, Role role) {
        UUID account = accountOf.computeIfAbsent(new Key(city.id(), role), key -> open(city, role));
        return signedIn.account(city, account, login(role));
    }

    private UUID open(City city, Role role) {
        UUID unit = unitOf.computeIfAbsent(
                city.id(),
                id -> cities.in(
                        city, () -> units.add(NewUnit.of("acting", "测试单位", "Test unit", UnitKind.DEPARTMENT, null))));
        return cities.in(city, () -> {
            UUID account = accounts.open(NewAccount.of(login(role), "测试员", "ein-langes-kennwort-42"));
            accounts.appointAtFounding(account, unit, role, LocalDate.of(2020, 1, 1), null, "test");
            return account;
        });
    }

    private static String login(Role role) {
        return "acting-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
