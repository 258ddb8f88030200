package fledge.base;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.support.Cities;
import fledge.support.Staff;
import fledge.tenancy.City;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A city with two districts, a base in one of them with its operator, and everybody who has to do with bases. */
class BaseStory {

    final City city;
    final UUID hall;
    final UUID east;
    final UUID west;
    final UUID operator;
    final UUID base;

    private final Cities cities;
    private final AccountService accounts;
    private final BaseService bases;

    BaseStory(Cities cities, Staff staff, AccountService accounts, BaseService bases) {
        this.cities = cities;
        this.accounts = accounts;
        this.bases = bases;
        this.city = cities.fresh();
        this.hall = staff.unit(city, "hall", null);
        this.east = staff.unit(city, "east", hall);
        this.west = staff.unit(city, "west", hall);
        this.operator = staff.unit(city, "park", null);
        for (Role role :
                new Role[] {Role.PLANNER, Role.DECIDER, Role.REVIEWER, Role.CASE_OFFICER, Role.AUDITOR, Role.CITY_ADMIN
                }) {
            staff.hire(city, login(role), role, hall);
        }
        staff.hire(city, "decider-2", Role.DECIDER, hall);
        staff.hire(city, "case-officer-2", Role.CASE_OFFICER, hall);
        staff.hire(city, "operator", Role.BASE_OPERATOR, operator);
        staff.hire(city, "stranger", Role.BASE_OPERATOR, staff.unit(city, "other-park", null));
        staff.hire(city, "east-preparer", Role.PREPARER, east);
        staff.hire(city, "west-preparer", Role.PREPARER, west);
        this.base = register("东园", numbers("100000", "50000", null, "200000000", "100000000"));
    }

    private static String login(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Actor actor(Role role) {
        return actor(login(role));
    }

    Actor actor(String login) {
        return cities.in(city, () -> accounts.actorOf(login));
    }

    <T> T ask(Actor actor, Supplier<T> work) {
        return cities.as(city, actor, work);
    }

    void as(Actor actor, Runnable work) {
        cities.as(city, actor, () -> {
            work.run();
            return true;
        });
    }

    /** Work as the system. */
    <T> T in(Supplier<T> work) {
        return cities.in(city, work);
    }

    /** A base in the east, run by the operator. */
    UUID register(String name, BaseNumbers numbers) {
        return ask(actor(Role.CASE_OFFICER), () -> bases.register(entry(name, numbers)));
    }

    BaseEntry entry(String name, BaseNumbers numbers) {
        return new BaseEntry(
                name,
                "",
                BaseKind.BUSINESS_PARK,
                BaseLevel.KEY,
                BasePhase.WORKING,
                "东园公司",
                operator,
                east,
                null,
                numbers,
                "",
                Source.NONE,
                false);
    }

    static BaseNumbers numbers(
            @Nullable String land,
            @Nullable String floor,
            @Nullable String floorDone,
            @Nullable String total,
            @Nullable String done) {
        return new BaseNumbers(number(land), number(floor), number(floorDone), number(total), number(done));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
