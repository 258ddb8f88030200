package fledge.identity.rules;

import java.time.Duration;

/**
 * How many people may open an account for themselves within an hour: 10 from one network, 200 in a city. Counts are of accounts,
 * the one being opened not among them; at the limit it is refused. Example: the eleventh from 192.0.2.0/24 within an hour waits
 * until the first is an hour old.
 */
public final class SignUpLimit {

    public static final Duration WITHIN = Duration.ofHours(1);
    public static final int FROM_NETWORK = 10;
    public static final int IN_CITY = 200;

    private SignUpLimit() {}

    public static boolean allows(int fromNetwork, int inCity) {
        return fromNetwork < FROM_NETWORK && inCity < IN_CITY;
    }
}
