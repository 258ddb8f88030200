package fledge.identity;

import java.util.UUID;

/** A password made for an account, to be shown once. */
public record OneTimePassword(UUID accountId, String password) {

    @Override
    public String toString() {
        return "OneTimePassword[" + accountId + "]";
    }
}
