package fledge.base;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.kernel.AuditedEvent.Subject;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hands out recognitions for a move, locked, and writes each move down: a step for the timeline, an event for the audit trail. */
@Component
class RecognitionLog {

    private final RecognitionRepository recognitions;
    private final RecognitionTermRepository terms;
    private final RecognitionStepRepository steps;
    private final BaseService bases;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    RecognitionLog(
            RecognitionRepository recognitions,
            RecognitionTermRepository terms,
            RecognitionStepRepository steps,
            BaseService bases,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.recognitions = recognitions;
        this.terms = terms;
        this.steps = steps;
        this.bases = bases;
        this.clock = clock;
        this.events = events;
    }

    /** The base goes first, so that two recognitions of one base never move at a time. */
    Recognition lock(UUID id) {
        Recognition found = recognitions.findById(id).orElseThrow(() -> new NotFound("recognition " + id));
        bases.lock(found.baseId());
        return recognitions.lock(id).orElseThrow();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }

    /** Ends whatever of it is in force from a day on. */
    void endTerms(Recognition recognition, LocalDate day) {
        terms.findByRecognitionIdInOrderByValidFrom(List.of(recognition.id())).forEach(term -> term.endOn(day));
    }

    void moved(
            Recognition recognition,
            RecognitionAction way,
            RecognitionStatus from,
            String why,
            Map<String, String> details) {
        var moved = new RecognitionMoved(subject(recognition), way, from, recognition.status(), why, details);
        steps.save(
                new RecognitionStep(moved, recognition.moves(), Actor.current().personId(), clock.now()));
        events.publishEvent(moved);
    }

    Subject subject(Recognition recognition) {
        return new Subject(
                "recognition",
                recognition.id(),
                bases.label(recognition.baseId()) + " " + recognition.level().name());
    }
}
