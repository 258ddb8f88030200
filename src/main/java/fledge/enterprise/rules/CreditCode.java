package fledge.enterprise.rules;

import fledge.kernel.Reason;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The unified social credit code (统一社会信用代码), eighteen characters: 1 registering department, 2 kind, 3 to 8 the division's
 * digits, 9 to 17 the organisation code with a check character of its own, 18 the check character.
 *
 * <p>A character is worth its place in {@value #ALPHABET} (I, O, S, V and Z are not used). Check = (31 − Σ worth × 3^(i−1) mod 31)
 * mod 31 over the first seventeen, so that a sum of 0 mod 31 gives 0 and not 31.
 *
 * <p>Clause: GB 32100-2015; of the organisation code GB 11714. Examples: 91350100M000100Y4 sums up to 1640, 1640 mod 31 = 28,
 * and is completed by 3; 91360602MATT00436 sums up to 2387 = 77 × 31 and is completed by 0.
 */
public final class CreditCode {

    public static final int LENGTH = 18;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern GROUPING = Pattern.compile("[\\s\\u200b-]");
    private static final int BASE = 31;
    private static final int FIRST_OF_DIVISION = 2;
    private static final int AFTER_DIVISION = 8;
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /** As it is stored: upper case, half width, without the spaces and hyphens people group it by. */
    public static String normalise(String typed) {
        return GROUPING.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** What is wrong with its form, naming the first wrong character; such a code exists nowhere. */
    public static Optional<Reason> malformed(String code) {
        if (code.length() != LENGTH) {
            return Optional.of(Reason.of("enterprise.code.length", code.length()));
        }
        return IntStream.range(0, LENGTH - 1)
                .filter(at -> !fits(code.charAt(at), at))
                .mapToObj(at -> Reason.of(
                        isInDivision(at) ? "enterprise.code.digit" : "enterprise.code.character",
                        at + 1,
                        String.valueOf(code.charAt(at))))
                .findFirst();
    }

    /**
     * Whether its check character is wrong, and which one is expected; ask of a code that is not {@link #malformed}. A few codes
     * given out in the first years fail it and are valid all the same, so an officer may accept one with a reason.
     */
    public static Optional<Reason> mischecked(String code) {
        char expected = check(code);
        char found = code.charAt(LENGTH - 1);
        return found == expected
                ? Optional.empty()
                : Optional.of(Reason.of("enterprise.code.check", String.valueOf(found), String.valueOf(expected)));
    }

    /** The code with both check characters put in: eight characters before, eight of the organisation. */
    public static String complete(String before, String organisation) {
        String code = before + organisation + organisationCheck(organisation);
        return code + check(code);
    }

    private static boolean fits(char character, int at) {
        int worth = ALPHABET.indexOf(character);
        return isInDivision(at) ? worth >= 0 && worth <= 9 : worth >= 0;
    }

    private static boolean isInDivision(int at) {
        return at >= FIRST_OF_DIVISION && at < AFTER_DIVISION;
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < LENGTH - 1; at++) {
            sum += ALPHABET.indexOf(code.charAt(at)) * weight;
            weight = weight * 3 % BASE;
        }
        return ALPHABET.charAt((BASE - sum % BASE) % BASE);
    }

    /** 11 − Σ worth × weight mod 11, where 10 is written X and 11 is written 0; letters are worth 10 to 35. */
    private static char organisationCheck(String organisation) {
        int sum = IntStream.range(0, ORGANISATION_WEIGHTS.length)
                .map(at -> Character.digit(organisation.charAt(at), 36) * ORGANISATION_WEIGHTS[at])
                .sum();
        int left = 11 - sum % 11;
        return left == 10 ? 'X' : left == 11 ? '0' : (char) ('0' + left);
    }
}
