package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The machine of a plausibility rule in the code is the one in docs/machines/plausibility-rule.csv. */
class RuleMachineTest {

    private static final Path SPECIFICATION = Path.of("docs/machines/plausibility-rule.csv");

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        List<String> lines = Files.readAllLines(SPECIFICATION);
        assertThat(lines.getFirst()).isEqualTo("machine,from,action,to,who");
        assertThat(lines.subList(1, lines.size())).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rows());
    }

    @Test
    void only_what_is_retired_stays_as_it_is() {
        for (RuleStatus status : RuleStatus.values()) {
            assertThat(status.actions().isEmpty()).as("%s", status).isEqualTo(status == RuleStatus.RETIRED);
        }
    }

    private static List<String> rows() {
        var rows = new ArrayList<String>();
        for (RuleStatus from : RuleStatus.values()) {
            for (RuleAction action : from.actions()) {
                rows.add(String.join(
                        ",", "RULE", from.name(), action.name(), action.to().name(), who(action)));
            }
        }
        return rows;
    }

    private static String who(RuleAction action) {
        Right right = action.right();
        return right == null
                ? "with a new version"
                : right.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
