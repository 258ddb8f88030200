package fledge.identity;

import java.util.UUID;

/** A person as others see one: the name, and the account acted through. */
public record PersonView(UUID personId, UUID accountId, String login, String name) {}
