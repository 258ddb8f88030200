package fledge.apportionment;

import java.time.Instant;
import java.util.UUID;

/** The present edition of an issued target set: its document, when it was issued, and the hash of what it says. */
public record IssuedEdition(UUID setId, String name, int number, String documentNo, Instant issuedAt, String hash) {}
