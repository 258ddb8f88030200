package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Right;
import fledge.kernel.Labelled;
import fledge.support.GeneratedPage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes docs/states.md: the states of a return, the ways between them, and who may take them. */
class StatesBookTest {

    private static final Path PAGE = Path.of("docs/states.md");

    private final Properties zh = texts("");
    private final Properties en = texts("_en");

    @Test
    void the_page_says_what_the_code_does() throws IOException {
        GeneratedPage.check(PAGE, page(), StatesBookTest.class);
    }

    @Test
    void every_state_and_way_has_a_name_in_both_languages() {
        for (Properties texts : new Properties[] {zh, en}) {
            assertThat(ReturnStatus.values()).allMatch(status -> texts.containsKey(status.labelKey()));
            assertThat(ReturnAction.values()).allMatch(action -> texts.containsKey(action.labelKey()));
        }
    }

    private String page() {
        var page = new StringBuilder("""
                # States of a return (报表)

                Written from `ReturnStatus`, `ReturnAction` and `Right` by `%s`; a test fails when it is stale.
                What the states mean to each other is in `docs/machines/report.csv`, which another test compares with the code.

                | state | 中文 | English | may be written | reported | counts |
                |---|---|---|---|---|---|
                """.formatted(GeneratedPage.command(StatesBookTest.class)));
        for (ReturnStatus status : ReturnStatus.values()) {
            page.append("| `%s` | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            status,
                            chinese(status),
                            english(status),
                            yes(status.isWritable()),
                            yes(status.isReported()),
                            yes(status.counts())));
        }
        page.append(
                "\n## Who may do what\n\n| from | way | 中文 | English | to | right | roles |\n|---|---|---|---|---|---|---|\n");
        for (ReturnStatus from : ReturnStatus.values()) {
            for (ReturnAction way : from.actions()) {
                page.append("| `%s` | `%s` | %s | %s | `%s` | %s |%n"
                        .formatted(from, way, chinese(way), english(way), way.to(), who(way)));
            }
        }
        page.append("""

                A right of reach UNIT holds in the unit of the appointment and below it, one of reach CITY in the whole city.
                Beside the right stand the persons: nobody certifies what they prepared, reviews what they prepared or certified,
                passes two levels of one review, withdraws their own acceptance, or approves the waiver they proposed.

                ```mermaid
                stateDiagram-v2
                  [*] --> SCHEDULED
                """);
        for (ReturnStatus from : ReturnStatus.values()) {
            for (ReturnAction way : from.actions()) {
                page.append("  %s --> %s: %s%n".formatted(from, way.to(), way));
            }
        }
        return page.append("```\n").toString();
    }

    private String chinese(Labelled labelled) {
        return zh.getProperty(labelled.labelKey());
    }

    private String english(Labelled labelled) {
        return en.getProperty(labelled.labelKey());
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "–";
    }

    private static String who(ReturnAction way) {
        Right right = way.right();
        if (right == null) {
            return "– | the calendar";
        }
        String roles = right.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        return "`%s` (%s) | %s".formatted(right, right.reach(), roles);
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        String name = "/messages/monitoring" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(StatesBookTest.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }
}
