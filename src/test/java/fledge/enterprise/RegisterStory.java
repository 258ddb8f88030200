package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.enterprise.rules.CreditCode;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.support.Cities;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;

/** A city of a test's own with an empty register, a district and the officer who keeps it. */
public final class RegisterStory {

    private static final LocalDate FOUNDED = LocalDate.of(2015, 3, 1);

    final City city;
    final UUID district;

    private final Teller teller;
    private final Actor officer;

    private RegisterStory(Teller teller) {
        this.teller = teller;
        this.city = teller.cities.fresh();
        this.district = district("east", "东区");
        teller.staff.hire(city, "officer", Role.CASE_OFFICER, teller.staff.unit(city, "window", null));
        this.officer = CurrentCity.supply(city, () -> teller.accounts.actorOf("officer"));
    }

    /** Begins such stories. */
    @TestComponent
    public static class Teller {

        private final Cities cities;
        private final Staff staff;
        private final UnitService units;
        private final AccountService accounts;
        private final EnterpriseService enterprises;
        private final EnterpriseFinder finder;

        Teller(
                Cities cities,
                Staff staff,
                UnitService units,
                AccountService accounts,
                EnterpriseService enterprises,
                EnterpriseFinder finder) {
            this.cities = cities;
            this.staff = staff;
            this.units = units;
            this.accounts = accounts;
            this.enterprises = enterprises;
            this.finder = finder;
        }

        RegisterStory begin() {
            return new RegisterStory(this);
        }
    }

    UUID district(String code, String name) {
        return in(() -> teller.units.add(NewUnit.of(code, name, "Area " + code, UnitKind.DISTRICT, null)));
    }

    /** As the system, in one transaction. */
    <T> T in(Supplier<T> work) {
        return teller.cities.in(city, work);
    }

    /** As the officer, in one transaction. */
    <T> T as(Supplier<T> work) {
        return teller.cities.as(city, officer, work);
    }

    void does(Runnable work) {
        as(() -> {
            work.run();
            return true;
        });
    }

    UUID register(int number, String name) {
        return as(() -> teller.enterprises.register(NewEnterprise.of(
                CreditCode.complete("91331004", "MATT%04d".formatted(number)), "", terms(name, district, false))));
    }

    void revise(UUID id, String name, UUID within, boolean aboveScale) {
        does(() -> teller.enterprises.revise(id, teller.finder.one(id).version(), terms(name, within, aboveScale)));
    }

    private static EnterpriseTerms terms(String name, UUID within, boolean aboveScale) {
        return new EnterpriseTerms(name, "29", within, FOUNDED, aboveScale, false);
    }
}
