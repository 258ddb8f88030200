package fledge.support;

import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.tenancy.City;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Units of a test's city and people appointed in them at its founding. */
@TestComponent
public class Staff {

    /** The password of everybody hired here. */
    public static final String PASSWORD = "four wet umbrellas";

    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);

    private final Cities cities;
    private final UnitService units;
    private final AccountService accounts;

    Staff(Cities cities, UnitService units, AccountService accounts) {
        this.cities = cities;
        this.units = units;
        this.accounts = accounts;
    }

    /** A unit below another one, or at the top. */
    public UUID unit(City city, String code, @Nullable UUID parent) {
        return cities.in(
                city, () -> units.add(NewUnit.of(code, "单位" + code, "Unit " + code, UnitKind.DEPARTMENT, parent)));
    }

    /** An account of a new person with that role in that unit. */
    public UUID hire(City city, String login, Role role, UUID unit) {
        return cities.in(city, () -> {
            UUID account = accounts.open(NewAccount.of(login, "人员" + login, PASSWORD));
            accounts.appointAtFounding(account, unit, role, LONG_AGO, null, "建市");
            return account;
        });
    }
}
