package fledge.identity;

import java.util.UUID;

/** Somebody who holds a role in a unit today, as one query finds them. */
record HeldRole(UUID unitId, UUID personId, UUID accountId, String login, String name) {

    PersonView person() {
        return new PersonView(personId, accountId, login, name);
    }
}
