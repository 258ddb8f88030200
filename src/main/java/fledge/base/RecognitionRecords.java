package fledge.base;

import fledge.access.NotFound;
import fledge.base.rules.RecognitionLevel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was recognised when: read by pages and by whoever counts. */
@Service
public class RecognitionRecords {

    private final RecognitionRepository recognitions;
    private final RecognitionTermRepository terms;
    private final AssessmentRepository assessments;
    private final RecognitionStepRepository steps;
    private final BaseService bases;

    RecognitionRecords(
            RecognitionRepository recognitions,
            RecognitionTermRepository terms,
            AssessmentRepository assessments,
            RecognitionStepRepository steps,
            BaseService bases) {
        this.recognitions = recognitions;
        this.terms = terms;
        this.assessments = assessments;
        this.steps = steps;
        this.bases = bases;
    }

    /** Everything about the recognitions of some bases that this person may see, and which of the bases are makerspaces. */
    public record Standing(
            List<RecognitionView> recognitions,
            List<TermView> terms,
            List<AssessmentView> assessments,
            Set<UUID> makerspaces) {

        public Standing {
            recognitions = List.copyOf(recognitions);
            terms = List.copyOf(terms);
            assessments = List.copyOf(assessments);
            makerspaces = Set.copyOf(makerspaces);
        }

        private Map<UUID, RecognitionView> byId() {
            return recognitions.stream().collect(Collectors.toMap(RecognitionView::id, Function.identity()));
        }

        /** The level each base holds on a day; while a renewal is asked for, the old one runs on. */
        public Map<RecognitionLevel, List<UUID>> basesOn(LocalDate day) {
            Map<UUID, RecognitionView> byId = byId();
            var found = new EnumMap<RecognitionLevel, List<UUID>>(RecognitionLevel.class);
            for (RecognitionLevel level : RecognitionLevel.values()) {
                found.put(
                        level,
                        terms.stream()
                                .filter(term -> term.level() == level
                                        && (term.isInForceOn(day)
                                                || isPending(
                                                        Objects.requireNonNull(byId.get(term.recognitionId())),
                                                        term,
                                                        day)))
                                .map(TermView::baseId)
                                .distinct()
                                .toList());
            }
            return found;
        }

        private static boolean isPending(RecognitionView of, TermView term, LocalDate day) {
            return of.status() == RecognitionStatus.RENEWAL && !day.isBefore(term.until());
        }

        /** The bases whose recognition at a level began within the days and took the place of the level below. */
        List<TermView> upgradedTo(RecognitionLevel level, LocalDate from, LocalDate to) {
            Set<UUID> upgraded = recognitions.stream()
                    .filter(below -> below.status() == RecognitionStatus.UPGRADED
                            && below.level().above().filter(level::equals).isPresent())
                    .map(RecognitionView::baseId)
                    .collect(Collectors.toSet());
            return recognisedAt(level, from, to).stream()
                    .filter(term -> upgraded.contains(term.baseId()))
                    .toList();
        }

        /** The bases recognised at a level for the first time within the days. */
        List<TermView> recognisedAt(RecognitionLevel level, LocalDate from, LocalDate to) {
            return begun(level, from, to).stream()
                    .filter(term -> terms.stream()
                            .noneMatch(earlier -> earlier.baseId().equals(term.baseId())
                                    && earlier.level() == level
                                    && earlier.from().isBefore(term.from())))
                    .toList();
        }

        /** The bases that hold a level on a day and were named as models with it. */
        List<TermView> modelsOn(LocalDate day) {
            Set<UUID> models = recognitions.stream()
                    .filter(RecognitionView::model)
                    .map(RecognitionView::id)
                    .collect(Collectors.toSet());
            return terms.stream()
                    .filter(term -> models.contains(term.recognitionId()) && term.isInForceOn(day))
                    .toList();
        }

        /**
         * What stands behind a count: the first term of each base begun within the days; of models only of those that still
         * hold a level on the last day.
         */
        public Collection<TermView> behind(IntentionCount counted, LocalDate from, LocalDate to) {
            List<TermView> found = switch (counted) {
                case UPGRADED_TO_PROVINCIAL -> upgradedTo(RecognitionLevel.PROVINCIAL, from, to);
                case RECOGNISED_NATIONALLY -> recognisedAt(RecognitionLevel.NATIONAL, from, to);
                case MODEL_BASES ->
                    modelsOn(to).stream()
                            .filter(term -> !term.from().isBefore(from))
                            .toList();
                case NEW_MAKERSPACES ->
                    recognisedAt(RecognitionLevel.CITY, from, to).stream()
                            .filter(term -> makerspaces.contains(term.baseId()))
                            .toList();
            };
            return found.stream()
                    .collect(Collectors.toMap(
                            TermView::baseId, Function.identity(), (first, second) -> first, LinkedHashMap::new))
                    .values();
        }

        private List<TermView> begun(RecognitionLevel level, LocalDate from, LocalDate to) {
            return terms.stream()
                    .filter(term -> term.level() == level
                            && !term.from().isBefore(from)
                            && !term.from().isAfter(to)
                            && term.from().isBefore(term.until()))
                    .toList();
        }
    }

    /** Of the bases that were seen before. */
    @Transactional(readOnly = true)
    public Standing of(Collection<BaseView> seen) {
        List<RecognitionWithTerm> found =
                recognitions.withTerms(seen.stream().map(BaseView::id).toList());
        return standing(
                seen,
                found.stream().map(RecognitionWithTerm::recognition).distinct().toList(),
                found.stream()
                        .flatMap(one -> Stream.ofNullable(one.term()))
                        .sorted(Comparator.comparing(
                                (RecognitionTerm term) -> term.view().from()))
                        .toList());
    }

    private Standing standing(Collection<BaseView> seen, List<Recognition> found, List<RecognitionTerm> theirs) {
        return new Standing(
                found.stream().map(Recognition::view).toList(),
                theirs.stream().map(RecognitionTerm::view).toList(),
                assessments
                        .findByRecognitionIdInOrderByYear(
                                found.stream().map(Recognition::id).toList())
                        .stream()
                        .map(Assessment::view)
                        .toList(),
                seen.stream()
                        .filter(base -> base.entry().kind() == BaseKind.MAKERSPACE)
                        .map(BaseView::id)
                        .collect(Collectors.toSet()));
    }

    /** A recognition of a base that this person may see, with its terms and assessments. */
    @Transactional(readOnly = true)
    public Standing recognition(UUID id) {
        Recognition found = recognitions.findById(id).orElseThrow(() -> new NotFound("recognition " + id));
        return standing(
                List.of(bases.seen(found.baseId()).view()),
                List.of(found),
                terms.findByRecognitionIdInOrderByValidFrom(List.of(id)));
    }

    /** Its moves, the newest first; of what was seen before. */
    @Transactional(readOnly = true)
    public List<StepView> steps(Standing of) {
        return steps
                .findByRecognitionIdInOrderByAtDescNumberDesc(
                        of.recognitions().stream().map(RecognitionView::id).toList())
                .stream()
                .map(RecognitionStep::view)
                .toList();
    }
}
