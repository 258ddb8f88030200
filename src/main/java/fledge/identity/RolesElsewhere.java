package fledge.identity;

import fledge.access.Actor;
import java.util.List;
import java.util.UUID;

/** Roles that an account holds in something that is no unit; each module that grants such answers for its own. */
public interface RolesElsewhere {

    /** Asked in a transaction that only reads; what is answered is kept for seconds, {@link AccountService#rolesChanged} ends that. */
    List<Actor.Appointment> of(UUID accountId);
}
