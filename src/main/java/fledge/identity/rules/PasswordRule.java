package fledge.identity.rules;

import fledge.kernel.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What may be a password: 12 to 128 characters of any kind, no obvious one. No composition of character classes and no
 * regular change are asked for, because both make people choose worse passwords.
 *
 * <p>Obvious is: on the list of common ones; made of fewer than five different characters; or, once the login, the city and
 * the product's words are taken out, fewer than eight characters long. Example: {@code Luqiao-fledge-2026} in Luqiao leaves
 * {@code --2026}, six characters, and is refused; {@code four wet umbrellas} is allowed.
 */
public final class PasswordRule {

    /** The shared password of the demonstration's accounts: allowed there, refused everywhere else. */
    public static final String DEMONSTRATION = "fledge-demo";

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int LEFT_WITHOUT_CONTEXT = 8;

    private static final List<String> PRODUCT = List.of("fledge", "育企通", "portal", "小微企业", "password", "密码");

    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "123456123456",
            "012345678901",
            "987654321012",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdf",
            "qwertyuiop[]",
            "1qaz2wsx3edc",
            "1qaz2wsx3edc4rfv",
            "1q2w3e4r5t6y",
            "1q2w3e4r5t6y7u8i",
            "q1w2e3r4t5y6",
            "zaq12wsxcde3",
            "asdfghjkl123",
            "asdfghjkl;'#",
            "abcd12345678",
            "abc123456789",
            "abcdefghijkl",
            "a1b2c3d4e5f6",
            "admin123456789",
            "administrator",
            "administrator1",
            "woaini1314520",
            "woaini5201314",
            "5201314woaini",
            "woaizhongguo",
            "zhongguo1949",
            "iloveyou1314",
            "iloveyou5201314",
            "letmeinletmein",
            "changemeplease",
            "changeme1234",
            "welcome12345",
            "welcome123456",
            "trustno1trustno1",
            "correcthorsebatterystaple");

    private PasswordRule() {}

    /** The reasons against it, all on the field {@code password}; none if it may be used. */
    public static List<Reason> check(String password, Collection<String> context, boolean demonstration) {
        if (password.equals(DEMONSTRATION)) {
            return demonstration ? List.of() : List.of(no("demonstration"));
        }
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return List.of(Reason.on("password", "identity.password.too-short", SHORTEST, length));
        }
        if (length > LONGEST || password.length() > LONGEST) {
            return List.of(Reason.on("password", "identity.password.too-long", LONGEST));
        }
        var reasons = new ArrayList<Reason>();
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || lower.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            reasons.add(no("common"));
        } else if (withoutContext(lower, context) < LEFT_WITHOUT_CONTEXT) {
            reasons.add(no("context"));
        }
        return reasons;
    }

    private static int withoutContext(String lower, Collection<String> context) {
        String left = lower;
        for (String word : context) {
            if (word.length() >= 2) {
                left = left.replace(word.toLowerCase(Locale.ROOT), "");
            }
        }
        for (String word : PRODUCT) {
            left = left.replace(word, "");
        }
        return left.codePointCount(0, left.length());
    }

    private static Reason no(String why) {
        return Reason.on("password", "identity.password." + why);
    }
}
