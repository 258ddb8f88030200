package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The machine of a return in the code is the one in docs/machines/report.csv, and nothing gets stuck in it. */
class ReturnMachineTest {

    private static final Path SPECIFICATION = Path.of("docs/machines/report.csv");
    private static final String HEAD = "machine,from,action,to,who,comes";
    private static final String NOW = ",now";

    /** Where a return stays unless an amendment reopens it; all others are on their way. */
    private static final Set<ReturnStatus> FINAL =
            EnumSet.of(ReturnStatus.LOCKED, ReturnStatus.MISSED, ReturnStatus.WAIVED);

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        List<String> rows = rows();
        assertThat(differences(rows)).isEmpty();
        assertThat(rows).doesNotHaveDuplicates();
    }

    @Test
    void a_row_too_few_or_otherwise_is_noticed() throws IOException {
        List<String> rows = rows();
        String accept = "REPORT,IN_REVIEW,ACCEPT,ACCEPTED,REVIEWER,now";
        assertThat(rows).contains(accept);
        assertThat(differences(rows.stream().filter(row -> !row.equals(accept)).toList()))
                .containsExactly(accept);
        assertThat(differences(rows.stream()
                        .map(row -> row.equals(accept) ? accept.replace("REVIEWER", "PREPARER") : row)
                        .toList()))
                .hasSize(2);
    }

    @Test
    void every_state_is_reached_from_the_first() {
        var reached = EnumSet.of(ReturnStatus.SCHEDULED);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (ReturnAction action : open.remove().actions()) {
                if (reached.add(action.to())) {
                    open.add(action.to());
                }
            }
        }
        assertThat(reached).containsExactly(ReturnStatus.values());
    }

    @Test
    void every_state_but_the_final_ones_is_left() {
        for (ReturnStatus status : ReturnStatus.values()) {
            Stream<ReturnStatus> elsewhere = status.actions().stream()
                    .filter(action -> action != ReturnAction.REOPEN)
                    .map(ReturnAction::to)
                    .filter(to -> to != status);
            assertThat(elsewhere.findAny().isEmpty()).as("%s ends here", status).isEqualTo(FINAL.contains(status));
        }
    }

    @Test
    void what_is_not_certified_in_time_is_ended_by_the_calendar() {
        assertThat(ReturnStatus.values())
                .filteredOn(status -> status.isWritable() || status == ReturnStatus.AWAITING_SIGN_OFF)
                .allMatch(ReturnAction.CLOSE_WINDOW::leavesFrom);
    }

    private static List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(SPECIFICATION);
        assertThat(lines.getFirst()).isEqualTo(HEAD);
        return lines.subList(1, lines.size());
    }

    /** The rows that only one of the two has. */
    private static Set<String> differences(List<String> specified) {
        Set<String> written =
                specified.stream().filter(row -> row.endsWith(NOW)).collect(Collectors.toCollection(TreeSet::new));
        var differences = new TreeSet<>(implemented());
        differences.removeAll(written);
        written.removeAll(implemented());
        differences.addAll(written);
        return differences;
    }

    private static Set<String> implemented() {
        var rows = new TreeSet<String>();
        for (ReturnStatus from : ReturnStatus.values()) {
            for (ReturnAction action : from.actions()) {
                rows.add(String.join(
                                ",",
                                "REPORT",
                                from.name(),
                                action.name(),
                                action.to().name(),
                                who(action))
                        + NOW);
            }
        }
        return rows;
    }

    private static String who(ReturnAction action) {
        Right right = action.right();
        return right == null
                ? "SYSTEM"
                : right.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
