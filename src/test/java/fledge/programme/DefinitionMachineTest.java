package fledge.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The machine of a definition in the code is the one in docs/machines/definition.csv. */
class DefinitionMachineTest {

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        var rows = new TreeSet<String>();
        for (DefinitionStatus from : DefinitionStatus.values()) {
            for (DefinitionAction action : from.actions()) {
                rows.add(String.join(
                        ",",
                        "DEFINITION",
                        from.name(),
                        action.name(),
                        action.to().name(),
                        who(action)));
            }
        }
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(Path.of("docs/machines/definition.csv")).stream()
                                .skip(1)
                                .toList());
    }

    private static String who(DefinitionAction action) {
        Right right = action.right();
        return right == null
                ? "SYSTEM"
                : right.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
