package fledge.base;

import fledge.access.Actor;
import fledge.access.Hand;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.base.rules.Grade;
import fledge.base.rules.RecognitionLadder;
import fledge.base.rules.RecognitionLevel;
import fledge.base.rules.RecognitionTerms;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import jakarta.persistence.EntityManager;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recognition of bases (基地认定): the operator applies, the reviewer recommends, the case officer has it evaluated, the decider
 * lets it be shown and recognises it. A level that was recognised ends the one below on the same day.
 */
@Service
public class RecognitionService {

    private static final int LONGEST_WORDS = 2000;
    private static final int LONGEST_EXPERTS = 500;
    private static final int LONGEST_NUMBER = 100;
    private static final int SUPPLEMENT_DAYS = 10;
    private static final int NOTICE_DAYS = 5;
    private static final int RECTIFY_DAYS = 60;

    /** Those that nobody makes without saying why, or what about. */
    private static final Set<RecognitionAction> WITH_WORDS = Set.of(
            RecognitionAction.ASK_SUPPLEMENT,
            RecognitionAction.RESUBMIT,
            RecognitionAction.RECOMMEND,
            RecognitionAction.REFUSE,
            RecognitionAction.DEMAND,
            RecognitionAction.CONFIRM,
            RecognitionAction.DECLINE_RENEWAL,
            RecognitionAction.REVOKE,
            RecognitionAction.LEAVE);

    private final RecognitionRepository recognitions;
    private final RecognitionTermRepository terms;
    private final AssessmentRepository assessments;
    private final RecognitionLog log;
    private final BaseService bases;
    private final WorkingCalendar calendar;
    private final EntityManager entityManager;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    RecognitionService(
            RecognitionRepository recognitions,
            RecognitionTermRepository terms,
            AssessmentRepository assessments,
            RecognitionLog log,
            BaseService bases,
            WorkingCalendar calendar,
            EntityManager entityManager,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.recognitions = recognitions;
        this.terms = terms;
        this.assessments = assessments;
        this.log = log;
        this.bases = bases;
        this.calendar = calendar;
        this.entityManager = entityManager;
        this.clock = clock;
        this.events = events;
    }

    /** Asks that a base be recognised at a level; one application of a base at a time. */
    @Transactional
    public UUID apply(UUID baseId, RecognitionLevel level, String statement) {
        Actor.current().require(Right.RECOGNITION_APPLY);
        Base base = bases.lock(baseId);
        requireOperator(base);
        if (statement.isEmpty()) {
            throw new RuleRefused(Reason.on("statement", "recognition.refused.statement"));
        }
        notTooLong("statement", statement, LONGEST_WORDS);
        List<Recognition> earlier = recognitions.findByBaseIdOrderById(baseId);
        if (earlier.stream().anyMatch(one -> one.status().isOnItsWay())) {
            throw new RuleRefused(Reason.on("level", "recognition.refused.on-its-way"));
        }
        Recognition held = held(earlier);
        RecognitionLadder.refusal(level, held == null ? null : held.level(), held == null ? null : lastGrade(held))
                .ifPresent(reason -> {
                    throw new RuleRefused(reason);
                });
        var made = recognitions.save(
                new Recognition(baseId, level, statement, Actor.current().person(), clock.now()));
        events.publishEvent(new RecognitionApplied(log.subject(made), Map.of("level", level.name())));
        return made.id();
    }

    private static @Nullable Recognition held(List<Recognition> earlier) {
        return earlier.stream().filter(one -> one.status().holds()).findFirst().orElse(null);
    }

    private @Nullable Grade lastGrade(Recognition held) {
        List<Assessment> all = assessments.findByRecognitionIdInOrderByYear(List.of(held.id()));
        return all.isEmpty() ? null : all.getLast().view().grade();
    }

    private static void requireOperator(Base base) {
        UUID operator = base.operatorUnitId();
        if (operator == null || !Actor.current().may(Right.RECOGNITION_APPLY, operator)) {
            throw new NotFound("base " + base.id());
        }
    }

    /** Makes a move; what the action asks for has to be in it. */
    @Transactional
    public void move(UUID id, RecognitionMove move) {
        RecognitionAction action = move.action();
        Right right = action.right();
        if (right == null) {
            throw new AccessDeniedException(action + " comes by itself");
        }
        Actor.current().require(right);
        Recognition recognition = log.lock(id);
        Base base = bases.lock(recognition.baseId());
        if (right == Right.RECOGNITION_APPLY) {
            requireOperator(base);
        }
        notTooLong("words", move.words(), LONGEST_WORDS);
        if (WITH_WORDS.contains(action) && move.words().isEmpty()) {
            throw new RuleRefused(Reason.on("words", "recognition.refused.words"));
        }
        RecognitionStatus from = recognition.status();
        if (!action.leavesFrom(from)) {
            throw new RuleRefused(Reason.of("recognition.refused.state", action, from));
        }
        Hand hand =
                Actor.current().hand(right, Objects.requireNonNullElse(base.operatorUnitId(), recognition.baseId()));
        carryOut(recognition, move, hand);
        log.moved(recognition, action, from, move.words(), details(move));
    }

    private void carryOut(Recognition recognition, RecognitionMove move, Hand hand) {
        Instant now = clock.now();
        LocalDate today = log.today();
        switch (move.action()) {
            case ASK_SUPPLEMENT -> recognition.askSupplement(hand, calendar.endOfWorkingDay(now, SUPPLEMENT_DAYS), now);
            case RESUBMIT -> recognition.resubmit(move.words(), hand, now);
            case WITHDRAW -> recognition.withdraw(now);
            case RECOMMEND -> recognition.recommend(hand, now);
            case START_REVIEW -> recognition.startReview(hand, experts(move), now);
            case PASS -> recognition.pass(hand, score(move), calendar.endOfWorkingDay(now, NOTICE_DAYS), now);
            case REFUSE -> recognition.refuse(hand, now);
            case RECOGNISE -> recognise(recognition, move, hand, now);
            case KEEP -> {
                assess(recognition, move, now);
                recognition.keep(now);
            }
            case DEMAND -> {
                assess(recognition, move, now);
                recognition.demand(calendar.endOfWorkingDay(now, RECTIFY_DAYS), now);
            }
            case CONFIRM -> recognition.confirm(now);
            case ASK_RENEWAL -> {
                if (today.isBefore(RecognitionTerms.renewalOpens(until(recognition)))) {
                    throw new RuleRefused(Reason.of(
                            "recognition.refused.too-early",
                            RecognitionTerms.renewalOpens(until(recognition)).toString()));
                }
                recognition.askRenewal(now);
            }
            case RENEW -> {
                recognition.renew(now);
                terms.save(term(recognition, until(recognition), move));
            }
            case DECLINE_RENEWAL -> recognition.declineRenewal(now);
            case REVOKE -> {
                recognition.revoke(now);
                log.endTerms(recognition, today);
            }
            case LEAVE -> {
                recognition.leave(now);
                log.endTerms(recognition, today);
            }
            case LAPSE, EXPIRE, UPGRADE -> throw new AccessDeniedException(move.action() + " comes by itself");
        }
    }

    /** The level below ends where this one begins; it is written first, because no two may overlap at any moment. */
    private void recognise(Recognition recognition, RecognitionMove move, Hand hand, Instant now) {
        LocalDate from = move.from();
        if (from == null || from.isAfter(log.today())) {
            throw new RuleRefused(Reason.on("from", "recognition.refused.from"));
        }
        Recognition below = held(recognitions.findByBaseIdOrderById(recognition.baseId()));
        RecognitionLadder.refusal(
                        recognition.level(),
                        below == null ? null : below.level(),
                        below == null ? null : lastGrade(below))
                .ifPresent(reason -> {
                    throw new RuleRefused(Reason.of(reason.key(), reason.args().toArray(Serializable[]::new)));
                });
        RecognitionTerm term = term(recognition, from, move);
        recognition.recognise(hand, move.model(), now);
        if (below != null) {
            RecognitionStatus was = below.status();
            below.upgrade(now);
            log.endTerms(below, from);
            log.moved(
                    below,
                    RecognitionAction.UPGRADE,
                    was,
                    "",
                    Map.of("to", recognition.level().name()));
        }
        refuseOverlap(recognition, from);
        entityManager.flush();
        terms.save(term);
    }

    /** An earlier level that was in force on that day or later ended then; the database says the same. */
    private void refuseOverlap(Recognition recognition, LocalDate from) {
        List<UUID> ofBase = recognitions.findByBaseIdOrderById(recognition.baseId()).stream()
                .map(Recognition::id)
                .toList();
        if (terms.findByRecognitionIdInOrderByValidFrom(ofBase).stream()
                .map(RecognitionTerm::view)
                .anyMatch(term ->
                        term.from().isBefore(term.until()) && term.until().isAfter(from))) {
            throw new RuleRefused(Reason.on("from", "recognition.refused.overlap"));
        }
    }

    private static RecognitionTerm term(Recognition recognition, LocalDate from, RecognitionMove move) {
        Integer years = Objects.requireNonNullElse(move.years(), RecognitionTerms.YEARS);
        if (years < 1 || years > RecognitionTerms.MOST_YEARS) {
            throw new RuleRefused(Reason.on("years", "recognition.refused.years", RecognitionTerms.MOST_YEARS));
        }
        if (move.documentNo().isEmpty()) {
            throw new RuleRefused(Reason.on("documentNo", "recognition.refused.document"));
        }
        notTooLong("documentNo", move.documentNo(), LONGEST_NUMBER);
        return new RecognitionTerm(recognition, from, RecognitionTerms.until(from, years), move.documentNo());
    }

    /** The first day on which it is no longer in force. */
    private LocalDate until(Recognition recognition) {
        return terms.findByRecognitionIdInOrderByValidFrom(List.of(recognition.id()))
                .getLast()
                .validUntil();
    }

    private void assess(Recognition recognition, RecognitionMove move, Instant now) {
        Grade grade = move.grade();
        boolean fits = move.action() == RecognitionAction.DEMAND
                ? grade == Grade.FAILED
                : grade == Grade.EXCELLENT || grade == Grade.PASSED;
        if (grade == null || !fits) {
            throw new RuleRefused(Reason.on("grade", "recognition.refused.grade"));
        }
        Integer year = move.year();
        if (year == null || year > log.today().getYear()) {
            throw new RuleRefused(Reason.on("year", "recognition.refused.year"));
        }
        if (assessments.findByRecognitionIdInOrderByYear(List.of(recognition.id())).stream()
                .anyMatch(one -> one.view().year() == year)) {
            throw new RuleRefused(Reason.on("year", "recognition.refused.assessed-already", year.toString()));
        }
        assessments.save(new Assessment(
                recognition.id(), year, grade, move.words(), Actor.current().person(), now));
    }

    private static String experts(RecognitionMove move) {
        if (move.experts().isEmpty()) {
            throw new RuleRefused(Reason.on("experts", "recognition.refused.experts"));
        }
        notTooLong("experts", move.experts(), LONGEST_EXPERTS);
        return move.experts();
    }

    private static BigDecimal score(RecognitionMove move) {
        return Optional.ofNullable(move.score())
                .filter(score -> score.signum() >= 0 && score.compareTo(RecognitionTerms.FULL_SCORE) <= 0)
                .orElseThrow(() -> new RuleRefused(Reason.on("score", "recognition.refused.no-score")));
    }

    private static void notTooLong(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new RuleRefused(InputReason.on(field, "base.refused.too-long", longest));
        }
    }

    private static Map<String, String> details(RecognitionMove move) {
        return move.documentNo().isEmpty() ? Map.of() : Map.of("documentNo", move.documentNo());
    }

    /** What time brings: supplements that never came, and levels whose last day is over; run by a job. */
    @Transactional
    public void passTime() {
        Instant now = clock.now();
        for (Recognition found :
                recognitions.findByStatusIn(Set.of(RecognitionStatus.NEEDS_SUPPLEMENT, RecognitionStatus.RECOGNISED))) {
            Recognition recognition = log.lock(found.id());
            RecognitionStatus from = recognition.status();
            if (recognition.isLapsed(now)) {
                recognition.lapse(now);
                log.moved(recognition, RecognitionAction.LAPSE, from, "", Map.of());
            } else if (from == RecognitionStatus.RECOGNISED && !log.today().isBefore(until(recognition))) {
                recognition.expire(now);
                log.moved(recognition, RecognitionAction.EXPIRE, from, "", Map.of());
            }
        }
    }
}
