package fledge.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Who acts: a person through an account with today's appointments, the system itself, or somebody unknown. */
public record Actor(
        @Nullable UUID accountId,
        @Nullable UUID personId,
        String login,
        String name,
        List<Appointment> appointments,
        Set<UUID> oneWith) {

    /** A person without any delegation. */
    public Actor(
            @Nullable UUID accountId,
            @Nullable UUID personId,
            String login,
            String name,
            List<Appointment> appointments) {
        this(accountId, personId, login, name, appointments, Set.of());
    }

    /**
     * A role in a unit, with the ids of the unit and all units below it, or in an enterprise; held for the principal where it is
     * delegated.
     */
    public record Appointment(
            Role role,
            UUID unitId,
            String unitName,
            Set<UUID> reach,
            @Nullable Principal principal) {

        public Appointment(Role role, UUID unitId, String unitName, Set<UUID> reach) {
            this(role, unitId, unitName, reach, null);
        }

        private boolean grants(Right right, UUID unit) {
            return right.isGrantedTo(role) && (right.reach() == Right.Reach.CITY || reach.contains(unit));
        }
    }

    /** For whom a delegated appointment is held. */
    public record Principal(UUID personId, String name) {}

    /** Jobs and start-up; it holds no role, what it does is the code's own doing. */
    public static final Actor SYSTEM = new Actor(null, null, "system", "system", List.of());

    public static final Actor ANONYMOUS = new Actor(null, null, "", "", List.of());

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    public static Actor current() {
        return CURRENT.orElse(ANONYMOUS);
    }

    public static void run(Actor actor, Runnable work) {
        ScopedValue.where(CURRENT, actor).run(work);
    }

    public static <T> T supply(Actor actor, Supplier<T> work) {
        return ScopedValue.where(CURRENT, actor).call(work::get);
    }

    public static <T, X extends Throwable> T call(Actor actor, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, actor).call(work);
    }

    public boolean isSignedIn() {
        return accountId != null;
    }

    public boolean has(Role role) {
        return appointments.stream().anyMatch(appointment -> appointment.role() == role);
    }

    /** Somewhere in the city. */
    public boolean may(Right right) {
        return right == Right.OWN_DESK ? isSignedIn() : mayByAppointment(right);
    }

    private boolean mayByAppointment(Right right) {
        return appointments.stream().anyMatch(appointment -> right.isGrantedTo(appointment.role()));
    }

    /** In this unit. */
    public boolean may(Right right, UUID unitId) {
        return appointments.stream().anyMatch(appointment -> appointment.grants(right, unitId));
    }

    /** Refuses with 403 unless the right is held for the unit. */
    public void require(Right right, UUID unitId) {
        if (!may(right, unitId)) {
            throw new AccessDeniedException(right + " is not held for unit " + unitId);
        }
    }

    /** Refuses with 403 unless the right is held somewhere in the city. */
    public void require(Right right) {
        if (!may(right)) {
            throw new AccessDeniedException(right + " is not held");
        }
    }

    /** The units in which the right is held, own and below; meaningful for rights that reach a unit. */
    public Set<UUID> unitsWith(Right right) {
        return appointments.stream()
                .filter(appointment -> right.isGrantedTo(appointment.role()))
                .flatMap(appointment -> appointment.reach().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The person, where only a person may act. */
    public UUID person() {
        if (personId == null) {
            throw new AccessDeniedException("only a signed-in person may do this");
        }
        return personId;
    }

    /** The hand that signs by this right in this unit: one's own where one holds it oneself, else the principal's as well. */
    public Hand hand(Right right, UUID unitId) {
        List<Appointment> granting = appointments.stream()
                .filter(appointment -> appointment.grants(right, unitId))
                .toList();
        boolean own = granting.stream().anyMatch(appointment -> appointment.principal() == null);
        Principal principal =
                own || granting.isEmpty() ? null : granting.getFirst().principal();
        return new Hand(person(), principal == null ? null : principal.personId(), oneWith);
    }
}
