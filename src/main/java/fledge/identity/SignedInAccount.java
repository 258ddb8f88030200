package fledge.identity;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** What a session knows of who is signed in: the identity and nothing else; rights are read again at every request. */
public record SignedInAccount(UUID accountId, short cityId, String cityCode, String login)
        implements AuthenticatedPrincipal, Serializable {

    /** Unique on the platform: {@code city/login}. */
    @Override
    public String getName() {
        return cityCode + "/" + login;
    }
}
