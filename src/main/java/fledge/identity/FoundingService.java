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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final PortalClock clock;

    FoundingService(
            CityService cities,
            UnitService units,
            AccountService accounts,
            TransactionTemplate transaction,
            PortalClock clock) {
        this.cities = cities;
        this.units = units;
        this.accounts = accounts;
        this.transaction = transaction;
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
        Optional<City> unfinished = cities.byCode(described.code()).filter(this::isUnfinished);
        List<Reason> reasons = unfinished.isPresent() ? new ArrayList<>() : cities.whyUnfit(described);
        reasons.addAll(whyUnfit(administrators));
        RuleRefused.ifAny(reasons);
        City city = unfinished.orElseGet(() -> cities.add(described));
        return CurrentCity.supply(
                city,
                () -> Actor.supply(Actor.SYSTEM, () -> transaction.execute(status -> people(city, administrators))));
    }

    private static List<Reason> whyUnfit(List<Administrator> administrators) {
        var reasons = new ArrayList<Reason>();
        for (int at = 0; at < administrators.size(); at++) {
            if (administrators.get(at).login().isBlank()) {
                reasons.add(Reason.on("login" + (at + 1), "identity.founding.login-missing"));
            }
            if (administrators.get(at).personName().isBlank()) {
                reasons.add(Reason.on("person" + (at + 1), "identity.founding.person-missing"));
            }
        }
        long different = administrators.stream()
                .map(administrator -> administrator.login().strip().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (reasons.isEmpty() && different < 2) {
            reasons.add(Reason.on("login2", "identity.founding.two-administrators"));
        }
        return reasons;
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
            OneTimePassword made = open(administrator, opened.size() + 1);
            opened.add(made);
            let.add(new Founded.Let(administrator.login().strip(), made.password()));
        }
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

    /** A refusal names the field of this administrator, not of any. */
    private OneTimePassword open(Administrator administrator, int number) {
        try {
            return accounts.openWithOneTimePassword(administrator.login(), administrator.personName());
        } catch (RuleRefused refused) {
            throw new RuleRefused(refused.reasons().stream()
                    .map(reason -> reason.at(("login".equals(reason.field()) ? "login" : "person") + number))
                    .toList());
        }
    }
}
