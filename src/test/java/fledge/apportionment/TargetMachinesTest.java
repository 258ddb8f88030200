package fledge.apportionment;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The machines of target sets, lines and amendments in the code are those of docs/machines, and nothing gets stuck in them. */
class TargetMachinesTest {

    /** A way of a machine, whatever its types. */
    private record Way(
            String from, String action, String to, @Nullable Right right) {}

    private static final List<Way> SETS = EnumSet.allOf(TargetSetStatus.class).stream()
            .flatMap(from -> from.actions().stream()
                    .map(way -> new Way(from.name(), way.name(), way.to().name(), way.right())))
            .toList();

    private static final List<Way> LINES = EnumSet.allOf(TargetLineStatus.class).stream()
            .flatMap(from -> from.actions().stream()
                    .map(way -> new Way(from.name(), way.name(), way.to().name(), way.right())))
            .toList();

    private static final List<Way> AMENDMENTS = EnumSet.allOf(TargetAmendmentStatus.class).stream()
            .flatMap(from -> from.actions().stream()
                    .map(way -> new Way(from.name(), way.name(), way.to().name(), way.right())))
            .toList();

    @Test
    void the_code_and_the_specification_are_the_same_machines() throws IOException {
        assertThat(rows("TARGET_SET", SETS)).isEqualTo(specified("target-set"));
        assertThat(rows("TARGET_LINE", LINES)).isEqualTo(specified("target-line"));
        assertThat(rows("TARGET_AMENDMENT", AMENDMENTS)).isEqualTo(specified("target-amendment"));
    }

    @Test
    void a_row_too_few_or_otherwise_is_noticed() throws IOException {
        Set<String> rows = specified("target-set");
        assertThat(rows).contains("TARGET_SET,SUBMITTED,APPROVE,APPROVED,DECIDER");
        assertThat(rows("TARGET_SET", SETS.subList(1, SETS.size()))).isNotEqualTo(rows);
    }

    @Test
    void every_state_is_reached_and_only_the_final_ones_are_not_left() {
        check(SETS, "DRAFT", names(TargetSetStatus.values()), Set.of("CLOSED", "CANCELLED"));
        check(LINES, "PROPOSED", names(TargetLineStatus.values()), Set.of("SUPERSEDED"));
        check(AMENDMENTS, "DRAFT", names(TargetAmendmentStatus.values()), Set.of("EFFECTIVE", "REFUSED", "WITHDRAWN"));
    }

    private static Set<String> names(Enum<?>[] states) {
        return Arrays.stream(states).map(Enum::name).collect(Collectors.toSet());
    }

    private static void check(List<Way> ways, String first, Set<String> states, Set<String> last) {
        var reached = new HashSet<>(Set.of(first));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String from = open.remove();
            ways.stream()
                    .filter(way -> way.from().equals(from) && reached.add(way.to()))
                    .forEach(way -> open.add(way.to()));
        }
        assertThat(reached).isEqualTo(states);
        assertThat(states.stream()
                        .filter(state ->
                                ways.stream().noneMatch(way -> way.from().equals(state))))
                .containsExactlyInAnyOrderElementsOf(last);
    }

    private static Set<String> specified(String machine) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/machines", machine + ".csv"));
        assertThat(lines.getFirst()).isEqualTo("machine,from,action,to,who");
        return new TreeSet<>(lines.subList(1, lines.size()));
    }

    private static Set<String> rows(String machine, List<Way> ways) {
        return ways.stream()
                .map(way -> String.join(",", machine, way.from(), way.action(), way.to(), who(way.right())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String who(@Nullable Right right) {
        return right == null
                ? "SYSTEM"
                : right.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
