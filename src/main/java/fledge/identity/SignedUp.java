package fledge.identity;

import java.util.UUID;

/** The account somebody opened for themselves, and the person they are in this city. */
public record SignedUp(UUID accountId, UUID personId, String login) {}
