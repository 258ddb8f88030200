package fledge.identity;

import fledge.identity.rules.PasswordRule;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and verifies passwords (Argon2id), a few at a time, so that a flood of sign-ins cannot starve the portal. */
@Component
class Passwords {

    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 16 bytes of salt, 32 of hash, one lane, 19 MiB, two passes. */
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final boolean demonstration;

    /** Verified against where there is no account, so that the answer takes as long. */
    private final String nobodys;

    private final @Nullable String demonstrationHash;

    Passwords(@Value("${fledge.demo:false}") boolean demonstration) {
        this.demonstration = demonstration;
        this.nobodys = hash(oneTime());
        this.demonstrationHash = demonstration ? hash(PasswordRule.DEMONSTRATION) : null;
    }

    /** The hash of a password that the rule allows for that login in the bound city. */
    String hashIfAllowed(String login, String password) {
        RuleRefused.ifAny(refusals(login, password));
        // The demonstration's password is public, so one salt for its many accounts gives nothing away.
        return demonstrationHash != null && password.equals(PasswordRule.DEMONSTRATION)
                ? demonstrationHash
                : hash(password);
    }

    List<Reason> refusals(String login, String password) {
        City city = CurrentCity.get();
        return PasswordRule.check(password, List.of(login, city.code(), city.nameZh(), city.nameEn()), demonstration);
    }

    String hash(String password) {
        String hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash");
        }
        return hash;
    }

    /** False also for the demonstration's password outside the demonstration; null hash: nobody, as slowly. */
    boolean matches(String password, @Nullable String hash) throws Busy {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            boolean right = password.length() <= PasswordRule.LONGEST
                    && argon2.matches(password, hash == null ? nobodys : hash);
            return right && hash != null && (demonstration || !password.equals(PasswordRule.DEMONSTRATION));
        } finally {
            places.release();
        }
    }

    /** A password to be told once and changed at the first sign-in; about 79 bits. */
    static String oneTime() {
        var word = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                word.append('-');
            }
            word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** Too many verifications at once. */
    static final class Busy extends Exception {}
}
