package fledge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The machine of a letter in the code is the one in docs/machines/mail.csv, and nothing gets stuck in it. */
class LetterMachineTest {

    private static final Path SPECIFICATION = Path.of("docs/machines/mail.csv");

    private static final Set<LetterStatus> FINAL = EnumSet.of(LetterStatus.SENT, LetterStatus.DROPPED);

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        List<String> lines = Files.readAllLines(SPECIFICATION);
        assertThat(lines.getFirst()).isEqualTo("machine,from,action,to,who");
        assertThat(lines.subList(1, lines.size())).containsExactlyInAnyOrderElementsOf(implemented());
    }

    @Test
    void every_state_is_reached_and_only_the_final_ones_are_not_left() {
        var reached = EnumSet.of(LetterStatus.WAITING);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (LetterAction action : open.remove().actions()) {
                if (reached.add(action.to())) {
                    open.add(action.to());
                }
            }
        }
        assertThat(reached).containsExactly(LetterStatus.values());
        for (LetterStatus status : LetterStatus.values()) {
            assertThat(status.actions().isEmpty()).as("%s ends here", status).isEqualTo(FINAL.contains(status));
        }
    }

    private static Set<String> implemented() {
        var rows = new TreeSet<String>();
        for (LetterStatus from : LetterStatus.values()) {
            for (LetterAction action : from.actions()) {
                String who = action.right() == null
                        ? "SYSTEM"
                        : action.right().roles().stream()
                                .map(Enum::name)
                                .sorted()
                                .collect(Collectors.joining(" "));
                rows.add(String.join(
                        ",", "MAIL", from.name(), action.name(), action.to().name(), who));
            }
        }
        return rows;
    }
}
