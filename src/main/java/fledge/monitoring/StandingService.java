package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How firm the values of a return are: declared by its preparer, and what still waits for its final value. */
@Service
public class StandingService {

    /** A final value later than this is none that anybody waits for. */
    private static final int LATEST_YEARS = 5;

    private final Returns returns;
    private final ReturnLineRepository lines;
    private final Figures figures;
    private final ReturnLog log;
    private final ProgrammeService programmes;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    StandingService(
            Returns returns,
            ReturnLineRepository lines,
            Figures figures,
            ReturnLog log,
            ProgrammeService programmes,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.returns = returns;
        this.lines = lines;
        this.figures = figures;
        this.log = log;
        this.programmes = programmes;
        this.clock = clock;
        this.events = events;
    }

    /** How firm the value of a cell is, and when the final one is expected where it is not. */
    public record Declared(
            UUID lineId, Standing standing, @Nullable LocalDate finalExpected) {}

    /** Keeps what is declared; a value that is not final names a day after its quarter. Returns how many changed. */
    @Transactional
    public int declare(UUID returnId, List<Declared> all) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        if (!writing.report().status().isWritable() || !writing.acceptsEntry(clock.now())) {
            throw new RuleRefused(Reason.of(
                    "monitoring.refused.state",
                    ReturnAction.SAVE,
                    writing.report().status()));
        }
        Map<UUID, ReturnLine> known = lines.findByReturnIdOrderByPosition(returnId).stream()
                .collect(Collectors.toMap(ReturnLine::id, Function.identity()));
        Reopening reopening = writing.report().reopening();
        boolean onlyMarked = writing.report().correctUntil() != null
                && known.values().stream().anyMatch(ReturnLine::toCorrect);
        Map<UUID, String> codes = programmes.indicators(writing.round().programmeId()).stream()
                .collect(Collectors.toMap(IndicatorView::id, IndicatorView::code));
        LocalDate end = writing.round().period().end();
        var reasons = new ArrayList<Reason>();
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        for (Declared declared : all) {
            ReturnLine line = known.get(declared.lineId());
            if (line == null) {
                throw new NotFound("line " + declared.lineId());
            }
            LocalDate expected = declared.standing().isOpen() ? declared.finalExpected() : null;
            if (declared.standing().isOpen()
                    && (expected == null || !expected.isAfter(end) || expected.isAfter(end.plusYears(LATEST_YEARS)))) {
                reasons.add(Reason.on("final-" + line.id(), "monitoring.refused.final-expected", end.toString()));
                continue;
            }
            if (line.standing() == declared.standing() && Objects.equals(line.finalExpected(), expected)) {
                continue;
            }
            if (reopening != null && !reopening.lines().contains(line.id())) {
                throw new RuleRefused(Reason.of("monitoring.refused.not-reopened"));
            }
            if (onlyMarked && !line.toCorrect()) {
                throw new RuleRefused(Reason.of("monitoring.refused.not-returned"));
            }
            String cell = codes.get(line.indicatorId()) + "." + line.item().name();
            before.put(cell, told(line));
            line.declare(declared.standing(), expected);
            after.put(cell, told(line));
        }
        RuleRefused.ifAny(reasons);
        if (!after.isEmpty()) {
            ReturnStatus from = writing.report().status();
            writing.report()
                    .save(
                            Actor.current()
                                    .hand(Right.RETURN_FILL, writing.report().unitId()),
                            clock.now());
            if (from != writing.report().status()) {
                log.moved(writing.report(), writing.round(), ReturnAction.SAVE, from);
            }
            events.publishEvent(new StandingDeclared(log.subject(writing.report(), writing.round()), before, after));
        }
        return after.size();
    }

    private static String told(ReturnLine line) {
        return line.finalExpected() == null
                ? line.standing().name()
                : line.standing().name() + " " + line.finalExpected();
    }

    /** Figures that count and wait for their final value, those due first; of one's own units, or of the whole city. */
    @Transactional(readOnly = true)
    public List<AwaitedFigure> awaited() {
        return figures.awaited(unitsOf(Actor.current()), today());
    }

    /** Null is the whole city. */
    static @Nullable Set<UUID> unitsOf(Actor actor) {
        return actor.may(Right.ROUND_READ) ? null : actor.unitsWith(Right.RETURN_READ);
    }

    private LocalDate today() {
        return clock.now().atZone(PortalClock.ZONE).toLocalDate();
    }
}
