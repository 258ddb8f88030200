package fledge.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTest {

    private static final List<String> LUQIAO = List.of("luqiao-preparer", "luqiao", "台州市路桥区", "Luqiao");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "four wet umbrellas        | ",
                "十二月的雨落在永宁河上面了 | ",
                "aZ3!aZ3!pQ                | identity.password.too-short",
                "十一个汉字不够长度的呀     | identity.password.too-short",
                "123456789012              | identity.password.common",
                "QWERTYUIOP123             | identity.password.common",
                "abababababababab          | identity.password.common",
                "Luqiao-fledge-2026        | identity.password.context",
                "luqiao-preparer1          | identity.password.context",
                "路桥区育企通密码密码密码密码 | identity.password.context",
                "fledge-demo               | identity.password.demonstration",
            })
    void a_password_is_long_and_not_obvious(String password, String reason) {
        assertThat(PasswordRule.check(password, LUQIAO, false))
                .extracting(Reason::key)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void a_password_of_128_characters_is_allowed_and_a_longer_one_is_not() {
        String long128 = "0123456789abcdef".repeat(8);
        assertThat(PasswordRule.check(long128, LUQIAO, false)).isEmpty();
        assertThat(PasswordRule.check(long128 + "x", LUQIAO, false))
                .extracting(Reason::key)
                .containsExactly("identity.password.too-long");
    }

    @Test
    void the_demonstration_s_password_is_allowed_in_the_demonstration_only() {
        assertThat(PasswordRule.check(PasswordRule.DEMONSTRATION, LUQIAO, true)).isEmpty();
        assertThat(PasswordRule.check(PasswordRule.DEMONSTRATION, LUQIAO, false))
                .isNotEmpty();
    }
}
