package fledge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.access.Role;
import fledge.kernel.RuleRefused;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class AppointmentTest {

    private static final LocalDate NEXT_YEAR = LocalDate.now().plusYears(1);

    @Autowired
    Cities cities;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    PeopleService people;

    @Autowired
    JdbcClient jdbc;

    City city;
    UUID top;
    UUID district;
    UUID town;
    UUID clerk;
    Actor first;
    Actor second;

    @BeforeEach
    void aCityWithTwoAdministratorsAndAClerk() {
        city = cities.fresh();
        top = staff.unit(city, "top", null);
        district = staff.unit(city, "district", top);
        town = staff.unit(city, "town", district);
        first = actor(staff.hire(city, "admin-1", Role.CITY_ADMIN, top));
        second = actor(staff.hire(city, "admin-2", Role.CITY_ADMIN, top));
        clerk = cities.in(city, () -> accounts.open(NewAccount.of("clerk", "王五", Staff.PASSWORD)));
    }

    @Test
    void a_proposed_role_counts_only_after_a_second_administrator_confirmed_it() {
        UUID proposal = propose(first, clerk, district);
        assertThat(actor(clerk).appointments()).isEmpty();
        cities.as(city, second, () -> {
            accounts.confirm(proposal);
            return proposal;
        });
        assertThat(actor(clerk).has(Role.PREPARER)).isTrue();
    }

    @Test
    void who_proposed_a_role_cannot_confirm_it() {
        UUID proposal = propose(first, clerk, district);
        refused(() -> confirm(first, proposal)).hasMessageContaining("second-person");
    }

    @Test
    void nobody_proposes_or_confirms_a_role_for_himself_not_even_through_a_second_account() {
        refused(() -> propose(first, first.accountId(), district)).hasMessageContaining("not-for-oneself");
        UUID other = cities.in(
                city,
                () -> accounts.open(new NewAccount(
                        "admin-2-too", "", second.personId(), Staff.PASSWORD, false, false, null, null)));
        UUID proposal = propose(first, other, district);
        refused(() -> confirm(second, proposal)).hasMessageContaining("not-for-oneself");
    }

    @Test
    void the_database_itself_refuses_a_role_confirmed_by_its_proposer() {
        UUID proposal = propose(first, clerk, district);
        assertThatThrownBy(() -> cities.in(
                        city,
                        () -> jdbc.sql("update appointment set state = 'CONFIRMED', confirmed_by = proposed_by"
                                        + " where city_id = current_city() and id = ?")
                                .param(proposal)
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_role_in_a_unit_reaches_the_units_below_it_and_no_other() {
        UUID account = staff.hire(city, "preparer", Role.PREPARER, district);
        UUID sibling = staff.unit(city, "sibling", top);
        Actor preparer = actor(account);
        assertThat(preparer.may(Right.RETURN_FILL, district)).isTrue();
        assertThat(preparer.may(Right.RETURN_FILL, town)).isTrue();
        assertThat(preparer.may(Right.RETURN_FILL, top)).isFalse();
        assertThat(preparer.may(Right.RETURN_FILL, sibling)).isFalse();
        assertThat(cities.in(city, () -> accounts.unitsReachedBy(Role.PREPARER)))
                .containsExactlyInAnyOrder(district, town);
        assertThat(cities.in(city, () -> accounts.appointed(Role.PREPARER, town)))
                .extracting(PersonView::login)
                .containsExactly("preparer");
        assertThat(cities.in(city, () -> accounts.isAppointed(Role.PREPARER, top)))
                .isFalse();
    }

    @Test
    void a_role_outside_its_days_gives_nothing() {
        LocalDate today = LocalDate.now();
        cities.in(
                city,
                () -> accounts.appointAtFounding(
                        clerk, district, Role.PREPARER, today.minusYears(2), today.minusDays(1), "过去"));
        cities.in(
                city, () -> accounts.appointAtFounding(clerk, district, Role.CERTIFIER, today.plusDays(1), null, "将来"));
        assertThat(actor(clerk).appointments()).isEmpty();
    }

    @Test
    void a_revoked_role_and_a_locked_account_give_nothing_at_once() {
        UUID proposal = propose(first, clerk, district);
        confirm(second, proposal);
        assertThat(actor(clerk).has(Role.PREPARER)).isTrue();
        run(first, () -> accounts.revoke(proposal, "调离"));
        assertThat(actor(clerk).appointments()).isEmpty();
        run(first, () -> accounts.setState(clerk, AccountState.LOCKED, "休假"));
        assertThat(actor(clerk).isSignedIn()).isFalse();
    }

    @Test
    void two_administrators_always_remain() {
        UUID appointment = cities.as(city, first, () -> people.appointments(first.accountId()))
                .getFirst()
                .id();
        refused(() -> run(second, () -> accounts.revoke(appointment, "调离")))
                .hasMessageContaining("last-administrators");
    }

    @Test
    void only_administrators_propose_and_only_the_system_founds() {
        Actor planner = actor(staff.hire(city, "planner", Role.PLANNER, top));
        assertThatThrownBy(() -> propose(planner, clerk, district)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> cities.as(
                        city,
                        first,
                        () -> accounts.appointAtFounding(clerk, top, Role.PLANNER, LocalDate.now(), null, "越权")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_city_has_no_platform_operators() {
        refused(() -> cities.as(
                        city, first, () -> accounts.propose(clerk, top, Role.PLATFORM_OPERATOR, NEXT_YEAR, "理由")))
                .hasMessageContaining("role-not-here");
    }

    @Test
    void an_administrator_sees_on_the_worklist_what_he_may_confirm() {
        propose(first, clerk, district);
        assertThat(cities.as(city, first, () -> people.proposalsFor(first))).isEmpty();
        assertThat(cities.as(city, second, () -> people.proposalsFor(second))).hasSize(1);
    }

    @Test
    void every_table_of_the_module_is_behind_the_wall_of_its_city() {
        City other = cities.fresh();
        for (String table : new String[] {"unit", "person", "account", "appointment"}) {
            assertThat(count(city, table)).as(table).isPositive();
            assertThat(count(other, table)).as(table).isZero();
        }
        assertThat(cities.in(city, () -> jdbc.sql("""
                        select count(*) from pg_class
                        where relname in ('unit', 'person', 'account', 'appointment', 'sign_in_delay')
                          and relnamespace = 'fledge'::regnamespace and relrowsecurity and relforcerowsecurity
                        """).query(Long.class).single()))
                .isEqualTo(5);
    }

    private long count(City in, String table) {
        return cities.in(
                in,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    private Actor actor(UUID account) {
        return CurrentCity.supply(city, () -> accounts.actorOf(account));
    }

    private UUID propose(Actor by, UUID account, UUID unit) {
        return cities.as(city, by, () -> accounts.propose(account, unit, Role.PREPARER, NEXT_YEAR, "工作需要"));
    }

    private void confirm(Actor by, UUID proposal) {
        run(by, () -> accounts.confirm(proposal));
    }

    private void run(Actor by, Runnable work) {
        cities.as(city, by, () -> {
            work.run();
            return true;
        });
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Runnable work) {
        return assertThatThrownBy(work::run).isInstanceOf(RuleRefused.class);
    }
}
