package fledge.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Right;
import fledge.kernel.Quarter;
import fledge.kernel.RuleRefused;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The machine of a report template in the code is the one in docs/machines/report-template.csv. */
class TemplateMachineTest {

    private static final Path SPECIFICATION = Path.of("docs/machines/report-template.csv");
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        List<String> lines = Files.readAllLines(SPECIFICATION);
        assertThat(lines.getFirst()).isEqualTo("machine,from,action,to,who");
        assertThat(lines.subList(1, lines.size())).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rows());
    }

    @Test
    void who_wrote_a_version_never_approves_it() {
        UUID author = UUID.randomUUID();
        var template = draft(author);
        assertThatThrownBy(() -> template.approve(author, NOW)).isInstanceOf(RuleRefused.class);
        assertThat(template.status()).isEqualTo(TemplateStatus.DRAFT);
        template.approve(UUID.randomUUID(), NOW);
        assertThat(template.status()).isEqualTo(TemplateStatus.APPROVED);
        assertThatThrownBy(() -> template.approve(UUID.randomUUID(), NOW)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void a_draft_asks_for_nothing_and_nothing_else_takes_effect_than_what_was_approved() {
        var template = draft(UUID.randomUUID());
        assertThat(template.asksFor(new Quarter(2026, 1))).isFalse();
        assertThatThrownBy(() -> template.takeEffect(NOW)).isInstanceOf(RuleRefused.class);
        template.approve(UUID.randomUUID(), NOW);
        assertThat(template.asksFor(new Quarter(2025, 4))).isFalse();
        assertThat(template.asksFor(new Quarter(2026, 1))).isTrue();
        template.holdUntil(new Quarter(2026, 3));
        assertThat(template.asksFor(new Quarter(2026, 2))).isTrue();
        assertThat(template.asksFor(new Quarter(2026, 3))).isFalse();
        template.holdUntil(new Quarter(2025, 1));
        assertThat(template.asksFor(new Quarter(2026, 1))).isFalse();
    }

    private static ReportTemplate draft(UUID author) {
        return new ReportTemplate(
                1,
                new NewTemplate(
                        UUID.randomUUID(),
                        "表",
                        TemplateHead.NONE,
                        Respondents.INSIDE,
                        Frequency.QUARTER,
                        new Quarter(2026, 1),
                        List.of()),
                author,
                NOW);
    }

    private static List<String> rows() {
        var rows = new ArrayList<String>();
        for (TemplateStatus from : TemplateStatus.values()) {
            for (TemplateAction action : from.actions()) {
                rows.add(String.join(
                        ",", "TEMPLATE", from.name(), action.name(), action.to().name(), who(action)));
            }
        }
        return rows;
    }

    private static String who(TemplateAction action) {
        Right right = action.right();
        return right == null
                ? "by itself"
                : right.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
