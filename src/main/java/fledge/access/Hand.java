package fledge.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hand that signs: a person, the principal they sign for (代) if they hold the right by delegation only, and everybody who
 * counts as one with them because of a delegation in force between them.
 */
public record Hand(UUID person, @Nullable UUID principal, Set<UUID> oneWith) {

    /** Whether an earlier signature, given by somebody and perhaps for somebody, is this hand's own. */
    public boolean gave(@Nullable UUID by, @Nullable UUID signedFor) {
        return counts(by) || counts(signedFor);
    }

    private boolean counts(@Nullable UUID other) {
        return other != null && (other.equals(person) || other.equals(principal) || oneWith.contains(other));
    }
}
