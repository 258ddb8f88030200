package fledge.attachment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a store says it holds: under which id, and since when by its own clock. */
record StoredBlob(UUID id, Instant since) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What is called otherwise was not put there by the portal. */
    static Optional<UUID> id(String name) {
        return ID.matcher(name).matches() ? Optional.of(UUID.fromString(name)) : Optional.empty();
    }
}
