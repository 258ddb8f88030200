package fledge.identity.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.DelegationService;
import fledge.identity.DelegationState;
import fledge.identity.DelegationView;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists delegations, with what the person who looks at them may do. */
@Component
class DelegationPages {

    private final DelegationService delegations;
    private final UnitService units;
    private final AccountService accounts;
    private final PortalClock clock;
    private final Formats formats;

    DelegationPages(
            DelegationService delegations,
            UnitService units,
            AccountService accounts,
            PortalClock clock,
            Formats formats) {
        this.delegations = delegations;
        this.units = units;
        this.accounts = accounts;
        this.clock = clock;
        this.formats = formats;
    }

    /** Of oneself or of the whole city; {@code base} is where its forms go. */
    record DelegationListPage(
            boolean own, String base, List<Row> rows, boolean mayMake, List<Option> appointments, List<Option> roles) {}

    record Option(String value, String label) {}

    record Row(
            UUID id,
            String principal,
            String delegate,
            String role,
            String unit,
            LocalDate startsOn,
            LocalDate endsOn,
            String reason,
            String state,
            String tone,
            @Nullable String confirmedBy,
            boolean mayConfirm,
            boolean mayEnd) {}

    @Transactional(readOnly = true)
    DelegationListPage own() {
        Map<UUID, UnitView> byId = units.byId();
        List<Option> held = delegations.delegable().stream()
                .map(one -> new Option(
                        one.appointmentId().toString(),
                        formats.text("access.role." + one.role()) + " · " + name(byId, one.unitId())))
                .toList();
        return new DelegationListPage(
                true, "/me/delegations", rows(delegations.own(), byId, false), !held.isEmpty(), held, List.of());
    }

    @Transactional(readOnly = true)
    DelegationListPage all() {
        boolean manages = Actor.current().may(Right.PEOPLE_MANAGE);
        return new DelegationListPage(
                false,
                "/delegations",
                rows(delegations.all(), units.byId(), manages),
                manages,
                List.of(),
                accounts.rolesHere().stream()
                        .filter(role -> role != Role.CITY_ADMIN && role != Role.AUDITOR)
                        .map(role -> new Option(role.name(), formats.text("access.role." + role)))
                        .toList());
    }

    private String name(Map<UUID, UnitView> byId, UUID unit) {
        return Objects.requireNonNull(byId.get(unit)).name(formats.locale());
    }

    private List<Row> rows(List<DelegationView> found, Map<UUID, UnitView> byId, boolean manages) {
        UUID person = Actor.current().personId();
        LocalDate today = clock.now().atZone(PortalClock.ZONE).toLocalDate();
        Set<UUID> people = found.stream()
                .flatMap(one -> Stream.of(one.fromPerson(), one.toPerson(), one.confirmedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> names = people.isEmpty() ? Map.of() : accounts.personNames(people);
        return found.stream()
                .map(one -> row(one, byId, names, person, today, manages))
                .toList();
    }

    private Row row(
            DelegationView one,
            Map<UUID, UnitView> byId,
            Map<UUID, String> names,
            @Nullable UUID person,
            LocalDate today,
            boolean manages) {
        boolean over = one.state() == DelegationState.IN_FORCE && today.isAfter(one.endsOn());
        boolean ahead = one.state() == DelegationState.IN_FORCE && today.isBefore(one.startsOn());
        String state = over ? "OVER" : ahead ? "AHEAD" : one.state().name();
        boolean party = one.fromPerson().equals(person) || one.toPerson().equals(person);
        return new Row(
                one.id(),
                names.getOrDefault(one.fromPerson(), ""),
                names.getOrDefault(one.toPerson(), ""),
                formats.text("access.role." + one.role()),
                name(byId, one.unitId()),
                one.startsOn(),
                one.endsOn(),
                one.reason(),
                formats.text("identity.delegation.state." + state),
                switch (state) {
                    case "IN_FORCE" -> "working";
                    case "PROPOSED", "AHEAD" -> "waiting";
                    default -> "neutral";
                },
                one.confirmedBy() == null ? null : names.get(one.confirmedBy()),
                manages
                        && one.state() == DelegationState.PROPOSED
                        && !party
                        && !one.madeBy().equals(person),
                one.state() != DelegationState.ENDED && !over && (manages || party));
    }
}
