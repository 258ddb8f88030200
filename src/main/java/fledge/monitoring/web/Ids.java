package fledge.monitoring.web;

import java.util.Optional;
import java.util.UUID;

/** What comes as text where a page or a form means an id or a place. */
final class Ids {

    private Ids() {}

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The page a pager asks for; what is no number is the first. */
    static int page(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
