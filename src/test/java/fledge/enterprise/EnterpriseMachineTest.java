package fledge.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The machine of a registration in the code is the one in docs/machines/enterprise.csv, and only a cancelled one is over. */
class EnterpriseMachineTest {

    private static final Path SPECIFICATION = Path.of("docs/machines/enterprise.csv");

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        List<String> lines = Files.readAllLines(SPECIFICATION);
        assertThat(lines.getFirst()).isEqualTo("machine,from,action,to,who");
        assertThat(lines.subList(1, lines.size())).containsExactlyInAnyOrderElementsOf(implemented());
    }

    @Test
    void every_state_is_reached_and_only_cancelled_is_not_left() {
        var reached = EnumSet.of(EnterpriseStatus.ACTIVE);
        for (EnterpriseAction action : EnterpriseAction.values()) {
            reached.add(action.to());
        }
        assertThat(reached).containsExactly(EnterpriseStatus.values());
        for (EnterpriseStatus status : EnterpriseStatus.values()) {
            assertThat(status.actions().isEmpty())
                    .as("%s ends here", status)
                    .isEqualTo(status == EnterpriseStatus.CANCELLED);
        }
    }

    private static Set<String> implemented() {
        var rows = new TreeSet<String>();
        for (EnterpriseStatus from : EnterpriseStatus.values()) {
            for (EnterpriseAction action : from.actions()) {
                rows.add(String.join(
                        ",",
                        "ENTERPRISE",
                        from.name(),
                        action.name(),
                        action.to().name(),
                        action.right().roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "))));
            }
        }
        return rows;
    }
}
