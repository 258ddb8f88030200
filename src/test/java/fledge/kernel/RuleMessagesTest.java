package fledge.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.monitoring.rules.Light;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Item;
import fledge.programme.rules.Obstacle;
import fledge.programme.rules.Operator;
import fledge.programme.rules.Verdict;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleMessagesTest {

    static Properties load(String name) throws IOException {
        Properties messages = new Properties();
        var stream = Objects.requireNonNull(
                RuleMessagesTest.class.getResourceAsStream("/messages/" + name + ".properties"), name);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "programme-rules", "apportionment-rules", "monitoring-rules"})
    void both_languages_have_the_same_keys_and_well_formed_texts(String name) throws IOException {
        Properties zh = load(name);
        Properties en = load(name + "_en");
        assertThat(en.keySet()).isEqualTo(zh.keySet());
        zh.forEach((key, text) -> {
            assertThat(new MessageFormat((String) text, Locale.CHINA).getFormatsByArgumentIndex().length)
                    .as("arguments of %s", key)
                    .isEqualTo(new MessageFormat(en.getProperty((String) key), Locale.ENGLISH)
                            .getFormatsByArgumentIndex()
                            .length);
            assertThat((String) text).doesNotContain("'");
            assertThat(en.getProperty((String) key)).doesNotContain("'");
        });
    }

    @Test
    void everything_labelled_has_a_label() throws IOException {
        Properties all = new Properties();
        all.putAll(load("kernel"));
        all.putAll(load("programme-rules"));
        all.putAll(load("monitoring-rules"));
        Stream<Labelled[]> labelled = Stream.of(
                Measure.values(),
                Item.values(),
                Operator.values(),
                Accumulation.values(),
                Comparison.values(),
                Verdict.values(),
                Obstacle.values(),
                FindingClass.values(),
                CheckRule.values(),
                Light.values(),
                Direction.values());
        assertThat(labelled.flatMap(Stream::of))
                .allSatisfy(label -> assertThat(all).containsKey(label.labelKey()));
        assertThat(CheckRule.values()).allSatisfy(rule -> assertThat(all).containsKey(rule.messageKey()));
    }

    @Test
    void the_symbol_of_a_measure_is_the_same_in_code_and_in_the_messages() throws IOException {
        Properties zh = load("kernel");
        Properties en = load("kernel_en");
        assertThat(Measure.values()).allSatisfy(measure -> {
            assertThat(zh.getProperty(measure.labelKey())).isEqualTo(measure.zh());
            assertThat(en.getProperty(measure.labelKey())).isEqualTo(measure.en());
        });
    }

    @Test
    void a_fall_and_a_rise_are_worded_as_such() throws IOException {
        String text = load("monitoring-rules").getProperty("monitoring.finding.CHANGE_BOUND");
        MessageFormat format = new MessageFormat(text, Locale.CHINA);
        assertThat(format.format(new Object[] {-1, new BigDecimal("30.0"), 25, 6}))
                .isEqualTo("比上季下降 30%，超过 25%，请说明原因（至少 6 个字）");
        assertThat(format.format(new Object[] {1, new BigDecimal("30.5"), 25, 6}))
                .startsWith("比上季上升 30.5%");
    }
}
