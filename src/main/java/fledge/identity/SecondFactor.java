package fledge.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The seam for a second factor, asked after the password was right: every bean of this type must accept. There is none yet;
 * the sign-in page shows the field for a code as soon as there is.
 */
public interface SecondFactor {

    /** Whether the code typed beside the password proves the account's second factor, or the account needs none. */
    boolean accepts(UUID accountId, @Nullable String code);
}
