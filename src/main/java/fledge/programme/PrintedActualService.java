package fledge.programme;

import fledge.access.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures that documents print about the past, kept as facts beside what is reported. */
@Service
public class PrintedActualService {

    private final PrintedActualRepository actuals;
    private final ProgrammeRepository programmes;
    private final ApplicationEventPublisher events;

    PrintedActualService(
            PrintedActualRepository actuals, ProgrammeRepository programmes, ApplicationEventPublisher events) {
        this.actuals = actuals;
        this.programmes = programmes;
        this.events = events;
    }

    @Transactional
    public UUID record(UUID programmeId, NewPrintedActual made) {
        if (!programmes.existsById(programmeId)) {
            throw new NotFound("programme " + programmeId);
        }
        new Checks("programme.actual")
                .required("topic", made.topic(), Checks.NAME)
                .required("name", made.name(), Checks.NAME)
                .year("inferredYear", made.inferredYear())
                .optional("text", made.text(), Checks.TEXT)
                .optional("printedPeriod", made.printedPeriod(), Checks.NAME)
                .optional("figureNote", made.note(), Checks.TEXT)
                .refuse();
        var actual = actuals.save(new PrintedActual(programmeId, actuals.lastPosition(programmeId) + 1, made));
        events.publishEvent(new PrintedActualRecorded(
                actual.id(),
                made.name().zh(),
                Fields.of("value", made.value())
                        .and("measure", made.measure())
                        .and("text", made.text())
                        .and("printedPeriod", made.printedPeriod())
                        .and("inferredYear", made.inferredYear())
                        .and("source", made.source().quote())
                        .map()));
        return actual.id();
    }

    /** In the order of the document. */
    @Transactional(readOnly = true)
    public List<PrintedActualView> actuals(UUID programmeId) {
        return actuals.findByProgrammeIdOrderByPosition(programmeId).stream()
                .map(PrintedActual::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public long count(UUID programmeId) {
        return actuals.countByProgrammeId(programmeId);
    }
}
