package fledge.enterprise.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Reason;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91440703MATT000143",
                "91331004MATT00022R",
                "91370102MATT000301",
                "91510104MATT00049F",
                "91360602MATT00057E",
                "92331004MATT000654",
                "93440781MATT00073Y",
                "91360602MATT004360",
                "91360602MATT0025XX",
                "91350100M000100Y43",
                "91110000600037341L"
            })
    void a_right_code_is_taken(String code) {
        assertThat(CreditCode.malformed(code)).isEmpty();
        assertThat(CreditCode.mischecked(code)).isEmpty();
    }

    /** D05, and the published example whose last character is not even of the alphabet. */
    @ParameterizedTest
    @CsvSource({
        "91331004MATT000223, 3, R",
        "91350100M000100Y4Z, Z, 3",
        "91440703MATT000144, 4, 3",
        "91440730MATT000143, 3, 6"
    })
    void a_wrong_check_character_is_named_with_the_one_that_is_expected(String code, String found, String expected) {
        assertThat(CreditCode.malformed(code)).isEmpty();
        Reason reason = CreditCode.mischecked(code).orElseThrow();
        assertThat(reason.key()).isEqualTo("enterprise.code.check");
        assertThat(reason.args().getFirst()).isEqualTo(found);
        assertThat(reason.args().get(1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "91440703MATT00014, enterprise.code.length, 17",
        "91440703MATT0001433, enterprise.code.length, 19",
        "91440703MAIT000143, enterprise.code.character, 11",
        "9144070AMATT000143, enterprise.code.digit, 8",
        "9144070-MATT000143, enterprise.code.digit, 8"
    })
    void a_malformed_code_is_refused_at_its_first_wrong_character(String code, String key, int number) {
        Reason reason = CreditCode.malformed(code).orElseThrow();
        assertThat(reason.key()).isEqualTo(key);
        assertThat(reason.args().getFirst()).isEqualTo(number);
    }

    @Test
    void what_people_type_is_read_as_the_code_it_means() {
        assertThat(CreditCode.normalise(" ９１331004-matt 00022r\t")).isEqualTo("91331004MATT00022R");
    }

    @Test
    void a_code_is_completed_by_both_its_check_characters() {
        assertThat(CreditCode.complete("91331004", "MATT0002")).isEqualTo("91331004MATT00022R");
        assertThat(CreditCode.complete("91360602", "MATT0043")).isEqualTo("91360602MATT004360");
        assertThat(CreditCode.complete("91360602", "MATT0025")).isEqualTo("91360602MATT0025XX");
    }

    /** The weights and the modulus are both prime to each other's steps: one wrong character, or two swapped, never pass. */
    @Test
    void no_single_slip_passes() {
        var random = new Random(20260101);
        for (int round = 0; round < 500; round++) {
            String organisation = IntStream.range(0, 8)
                    .mapToObj(at -> String.valueOf(ALPHABET.charAt(random.nextInt(31))))
                    .reduce("", String::concat);
            String code = CreditCode.complete("91%06d".formatted(random.nextInt(1_000_000)), organisation);
            int at = random.nextInt(18);
            boolean digit = at >= 2 && at < 8;
            char other = ALPHABET.charAt(random.nextInt(digit ? 10 : 31));
            String slipped = code.substring(0, at) + other + code.substring(at + 1);
            assertThat(CreditCode.mischecked(slipped).isPresent())
                    .as(code + " as " + slipped)
                    .isEqualTo(other != code.charAt(at));
            int place = 8 + random.nextInt(9);
            String swapped =
                    code.substring(0, place) + code.charAt(place + 1) + code.charAt(place) + code.substring(place + 2);
            assertThat(CreditCode.mischecked(swapped).isPresent())
                    .as(code + " as " + swapped)
                    .isEqualTo(!swapped.equals(code));
        }
    }
}
