package fledge.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Hand;
import fledge.access.Right;
import fledge.base.rules.Grade;
import fledge.base.rules.RecognitionLadder;
import fledge.base.rules.RecognitionLevel;
import fledge.base.rules.RecognitionTerms;
import fledge.kernel.RuleRefused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The machine of a recognition in the code is the one in docs/machines/recognition.csv, and nobody passes their own work. */
class RecognitionMachineTest {

    private static final Path SPECIFICATION = Path.of("docs/machines/recognition.csv");
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(86_400);

    @Test
    void the_code_and_the_specification_are_the_same_machine() throws IOException {
        List<String> lines = Files.readAllLines(SPECIFICATION);
        assertThat(lines.getFirst()).isEqualTo("machine,from,action,to,who");
        assertThat(lines.subList(1, lines.size())).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rows());
    }

    @Test
    void each_step_up_to_recognition_is_made_by_another_person() {
        Hand applicant = hand(UUID.randomUUID());
        Hand recommender = hand(UUID.randomUUID());
        Hand officer = hand(UUID.randomUUID());
        Hand decider = hand(UUID.randomUUID());
        var recognition = new Recognition(UUID.randomUUID(), RecognitionLevel.CITY, "条件具备", applicant.person(), NOW);
        refused(() -> recognition.recommend(applicant, NOW));
        recognition.recommend(recommender, NOW);
        refused(() -> recognition.startReview(recommender, "甲、乙", NOW));
        recognition.startReview(officer, "甲、乙", NOW);
        refused(() -> recognition.pass(officer, BigDecimal.valueOf(90), LATER, NOW));
        refused(() -> recognition.pass(decider, new BigDecimal("59.99"), LATER, NOW));
        recognition.pass(decider, BigDecimal.valueOf(60), LATER, NOW);
        refused(() -> recognition.recognise(decider, false, NOW));
        refused(() -> recognition.recognise(recommender, false, LATER));
        // Who stands in for an earlier hand counts as that hand.
        refused(() ->
                recognition.recognise(new Hand(UUID.randomUUID(), null, Set.of(applicant.person())), false, LATER));
        recognition.recognise(decider, true, LATER);
        assertThat(recognition.status()).isEqualTo(RecognitionStatus.RECOGNISED);
    }

    @Test
    void a_supplement_is_asked_for_once_and_lapses_only_when_its_term_is_over() {
        Hand reviewer = hand(UUID.randomUUID());
        Hand applicant = hand(UUID.randomUUID());
        var recognition = new Recognition(UUID.randomUUID(), RecognitionLevel.CITY, "条件具备", applicant.person(), NOW);
        recognition.askSupplement(reviewer, LATER, NOW);
        refused(() -> recognition.lapse(NOW));
        recognition.resubmit("已补", applicant, NOW);
        refused(() -> recognition.askSupplement(reviewer, LATER, NOW));
    }

    @Test
    void a_base_rises_one_level_at_a_time_and_only_when_it_was_excellent() {
        assertThat(RecognitionLadder.refusal(RecognitionLevel.CITY, null, null)).isEmpty();
        assertThat(RecognitionLadder.refusal(RecognitionLevel.PROVINCIAL, null, null))
                .isPresent();
        assertThat(RecognitionLadder.refusal(RecognitionLevel.PROVINCIAL, RecognitionLevel.CITY, Grade.EXCELLENT))
                .isEmpty();
        for (Grade grade : new Grade[] {Grade.PASSED, Grade.FAILED}) {
            assertThat(RecognitionLadder.refusal(RecognitionLevel.PROVINCIAL, RecognitionLevel.CITY, grade))
                    .isPresent();
        }
        assertThat(RecognitionLadder.refusal(RecognitionLevel.NATIONAL, RecognitionLevel.CITY, Grade.EXCELLENT))
                .isPresent();
        assertThat(RecognitionLadder.refusal(RecognitionLevel.CITY, RecognitionLevel.CITY, Grade.EXCELLENT))
                .isPresent();
        assertThat(RecognitionLadder.refusal(RecognitionLevel.NATIONAL, RecognitionLevel.NATIONAL, Grade.EXCELLENT))
                .isPresent();
    }

    @Test
    void three_years_end_before_the_same_day_and_renewal_opens_half_a_year_before() {
        LocalDate until = RecognitionTerms.until(LocalDate.of(2026, 3, 1), RecognitionTerms.YEARS);
        assertThat(until).isEqualTo(LocalDate.of(2029, 3, 1));
        assertThat(RecognitionTerms.renewalOpens(until)).isEqualTo(LocalDate.of(2028, 9, 1));
    }

    private static Hand hand(UUID person) {
        return new Hand(person, null, Set.of());
    }

    private static void refused(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(RuleRefused.class);
    }

    private static List<String> rows() {
        var rows = new ArrayList<String>();
        for (RecognitionStatus from : RecognitionStatus.values()) {
            for (RecognitionAction action : from.actions()) {
                rows.add(String.join(
                        ",",
                        "RECOGNITION",
                        from.name(),
                        action.name(),
                        action.to().name(),
                        who(action)));
            }
        }
        return rows;
    }

    private static String who(RecognitionAction action) {
        Right right = action.right();
        return right == null
                ? "by itself"
                : right.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
