package fledge.monitoring.web;

import java.util.Optional;
import java.util.UUID;

/** Ids that come inside the names of form fields. */
final class Ids {

    private Ids() {}

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
