package fledge.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The machine of an import in the code is the one in docs/machines/enterprise-import.csv, and what is not open is over. */
class ImportMachineTest {

    private static final Path SPECIFICATION = Path.of("docs/machines/enterprise-import.csv");

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        List<String> lines = Files.readAllLines(SPECIFICATION);
        assertThat(lines.getFirst()).isEqualTo("machine,from,action,to,who");
        assertThat(lines.subList(1, lines.size())).containsExactlyInAnyOrderElementsOf(implemented());
    }

    @Test
    void every_state_is_reached_and_only_open_ones_are_left() {
        var reached = EnumSet.of(ImportStatus.RECEIVED);
        for (ImportAction action : ImportAction.values()) {
            reached.add(action.to());
        }
        assertThat(reached).containsExactly(ImportStatus.values());
        for (ImportStatus status : ImportStatus.values()) {
            assertThat(status.actions().isEmpty()).as("%s ends here", status).isNotEqualTo(status.isOpen());
        }
    }

    private static Set<String> implemented() {
        var rows = new TreeSet<String>();
        for (ImportStatus from : ImportStatus.values()) {
            for (ImportAction action : from.actions()) {
                rows.add(String.join(
                        ",",
                        "ENTERPRISE_IMPORT",
                        from.name(),
                        action.name(),
                        action.to().name(),
                        who(action.right())));
            }
        }
        return rows;
    }

    private static String who(@Nullable Right right) {
        return right == null
                ? "SYSTEM"
                : right.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
