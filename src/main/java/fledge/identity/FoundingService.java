package fledge.identity;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.NewCity;
import fledge.tenancy.PortalClock;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Founds a city: its entry among the cities, its first unit, and its first two administrators, who appoint everybody else.
 * The entry and the rest lie in two tenants and so in two transactions; a founding that broke off between them is taken up by
 * doing it again, and the city stays closed until somebody opens it.
 */
@Service
public class FoundingService {

    private final CityService cities;
    private final UnitService units;
    private final AccountService accounts;
    private final TransactionTemplate transaction;
    private final EntityManager entityManager;
    private final PortalClock clock;

    FoundingService(
            CityService cities,
            UnitService units,
            AccountService accounts,
            TransactionTemplate transaction,
            EntityManager entityManager,
            PortalClock clock) {
        this.cities = cities;
        this.units = units;
        this.accounts = accounts;
        this.transaction = transaction;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** One of the first two administrators of a city. */
    public record Administrator(String login, String personName) {}

    /** The city with the one-time passwords of its administrators, to be shown once. */
    public record Founded(City city, List<Let> administrators) {

        /** An account that was opened, and its password. */
        public record Let(String login, String password) {}
    }

    /** Called in the platform's own tenant. */
    public Founded found(NewCity described, List<Administrator> administrators) {
        if (administrators.size() < 2
                || administrators
                        .get(0)
                        .login()
                        .strip()
                        .equalsIgnoreCase(administrators.get(1).login().strip())) {
            throw new RuleRefused(Reason.on("login2", "identity.founding.two-administrators"));
        }
        City city = cities.byCode(described.code()).filter(this::isUnfinished).orElseGet(() -> cities.add(described));
        return CurrentCity.supply(
                city,
                () -> Actor.supply(Actor.SYSTEM, () -> transaction.execute(status -> people(city, administrators))));
    }

    private boolean isUnfinished(City city) {
        return !city.open()
                && !city.isPlatform()
                && CurrentCity.supply(city, () -> units.units().isEmpty());
    }

    private Founded people(City city, List<Administrator> administrators) {
        UUID root = units.add(NewUnit.of(city.code(), city.sponsor(), city.nameEn(), UnitKind.CITY, null));
        var opened = new ArrayList<OneTimePassword>();
        var let = new ArrayList<Founded.Let>();
        for (Administrator administrator : administrators) {
            OneTimePassword made = accounts.openWithOneTimePassword(administrator.login(), administrator.personName());
            opened.add(made);
            let.add(new Founded.Let(administrator.login().strip(), made.password()));
        }
        // An appointment names its account by id only, so nothing else would write the accounts before it.
        entityManager.flush();
        for (OneTimePassword made : opened) {
            accounts.appointAtFounding(
                    made.accountId(),
                    root,
                    Role.CITY_ADMIN,
                    clock.now().atZone(PortalClock.ZONE).toLocalDate(),
                    null,
                    "founding");
        }
        return new Founded(city, List.copyOf(let));
    }
}
