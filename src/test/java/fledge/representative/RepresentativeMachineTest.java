package fledge.representative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The machine of a claim in the code is the one in docs/machines/representative.csv. */
class RepresentativeMachineTest {

    private static final Path SPECIFICATION = Path.of("docs/machines/representative.csv");

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        List<String> lines = Files.readAllLines(SPECIFICATION);
        assertThat(lines.getFirst()).isEqualTo("machine,from,action,to,who");
        assertThat(lines.subList(1, lines.size())).containsExactlyInAnyOrderElementsOf(implemented());
    }

    @Test
    void every_state_is_reached_and_what_waits_or_is_confirmed_can_be_left() {
        var reached = EnumSet.of(RepresentativeStatus.CLAIMED);
        for (RepresentativeAction action : RepresentativeAction.values()) {
            reached.add(action.to());
        }
        assertThat(reached).containsExactly(RepresentativeStatus.values());
        for (RepresentativeStatus status : RepresentativeStatus.values()) {
            assertThat(status.actions().isEmpty())
                    .as("%s ends here", status)
                    .isEqualTo(status != RepresentativeStatus.CLAIMED && status != RepresentativeStatus.CONFIRMED);
        }
    }

    private static Set<String> implemented() {
        var rows = new TreeSet<String>();
        for (RepresentativeStatus from : RepresentativeStatus.values()) {
            for (RepresentativeAction action : from.actions()) {
                rows.add(String.join(
                        ",",
                        "REPRESENTATIVE",
                        from.name(),
                        action.name(),
                        action.to().name(),
                        Stream.concat(
                                        action.rights().stream()
                                                .flatMap(right -> right.roles().stream())
                                                .map(Enum::name),
                                        action.isByClaimant() ? Stream.of("CLAIMANT") : Stream.empty())
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" "))));
            }
        }
        return rows;
    }
}
