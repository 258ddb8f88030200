package fledge.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who holds a role in a unit today, once for each who acts for that person, as one query finds them. */
record HeldRole(
        UUID unitId,
        UUID personId,
        UUID accountId,
        String login,
        String name,
        @Nullable String deputy) {

    PersonView person() {
        return new PersonView(personId, accountId, login, name);
    }
}
