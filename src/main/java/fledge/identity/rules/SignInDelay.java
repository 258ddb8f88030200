package fledge.identity.rules;

import java.time.Duration;

/**
 * How long the next sign-in has to wait after failed ones: nothing for the first few, then 2^(failures − free) seconds, at
 * most a quarter of an hour. Nobody is ever locked out for good, because then anybody could lock out anybody.
 *
 * <p>The same person from the same network has three free; an account from everywhere ten, so that a stranger cannot keep
 * its owner waiting by little effort; a network thirty, because a town hall comes from one address. Example: the fifth
 * failure of one account from one network costs 2^(5 − 3) = 4 seconds.
 */
public final class SignInDelay {

    /** What failures are counted by, with how many are free. */
    public enum Counted {
        ACCOUNT_FROM_NETWORK(3),
        ACCOUNT(10),
        NETWORK(30);

        private final int free;

        Counted(int free) {
            this.free = free;
        }

        public int free() {
            return free;
        }
    }

    /** Failures older than this no longer count. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofHours(12);

    private static final long LONGEST_SECONDS = 15 * 60;

    private SignInDelay() {}

    /** The wait after so many failures. */
    public static Duration after(int failures, Counted counted) {
        int over = failures - counted.free();
        if (over <= 0) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(over >= 10 ? LONGEST_SECONDS : Math.min(1L << over, LONGEST_SECONDS));
    }
}
