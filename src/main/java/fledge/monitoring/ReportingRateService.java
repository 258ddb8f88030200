package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Period;
import fledge.monitoring.rules.ReportingRates;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How completely and how timely a programme's returns came in, by round and by unit, with the returns behind each number. */
@Service
public class ReportingRateService {

    private final ReturnRepository returns;
    private final RoundRepository rounds;
    private final ProgrammeService programmes;
    private final ApplicationEventPublisher events;

    ReportingRateService(
            ReturnRepository returns,
            RoundRepository rounds,
            ProgrammeService programmes,
            ApplicationEventPublisher events) {
        this.returns = returns;
        this.rounds = rounds;
        this.programmes = programmes;
        this.events = events;
    }

    /** The rates of a unit in a round. */
    public record Cell(RoundView round, UUID unitId, ReportingRates rates) {}

    /** A programme's rates: the rounds that have opened, the newest first, and every unit in each. */
    public record Rates(ProgrammeView programme, List<RoundView> rounds, List<Cell> cells) {

        public Map<UUID, ReportingRates> byRound() {
            var sums = new LinkedHashMap<UUID, ReportingRates>();
            rounds.forEach(round -> sums.put(round.id(), ReportingRates.NONE));
            cells.forEach(cell -> sums.merge(cell.round().id(), cell.rates(), ReportingRates::plus));
            return sums;
        }

        /** Over all rounds, or in one of them. */
        public Map<UUID, ReportingRates> byUnit(@Nullable UUID roundId) {
            var sums = new LinkedHashMap<UUID, ReportingRates>();
            cells.stream()
                    .filter(cell -> roundId == null || cell.round().id().equals(roundId))
                    .forEach(cell -> sums.merge(cell.unitId(), cell.rates(), ReportingRates::plus));
            return sums;
        }

        public ReportingRates total() {
            return cells.stream().map(Cell::rates).reduce(ReportingRates.NONE, ReportingRates::plus);
        }
    }

    @Transactional(readOnly = true)
    public Rates rates(UUID programmeId) {
        Actor.current().require(Right.PROGRESS_READ);
        return read(programmeId);
    }

    private Rates read(UUID programmeId) {
        ProgrammeView programme = programmes.programme(programmeId);
        var byId = new LinkedHashMap<UUID, RoundView>();
        rounds.findByProgrammeIdOrderByPeriodDesc(programmeId).forEach(round -> byId.put(round.id(), round.view()));
        List<Cell> cells = returns.counted(programmeId).stream()
                .map(counted -> new Cell(
                        Objects.requireNonNull(byId.get(counted.roundId())), counted.unitId(), counted.rates()))
                .toList();
        Set<UUID> asked = cells.stream().map(cell -> cell.round().id()).collect(Collectors.toSet());
        List<RoundView> opened = byId.values().stream()
                .filter(round -> asked.contains(round.id()))
                .toList();
        return new Rates(programme, opened, cells);
    }

    /** The returns behind a number, the newest period first; without a period or unit, of all of them. */
    @Transactional(readOnly = true)
    public List<ReturnView> behind(
            UUID programmeId, @Nullable Period period, @Nullable UUID unitId, ReturnSelection selection) {
        Actor.current().require(Right.PROGRESS_READ);
        programmes.programme(programmeId);
        return returns.asked(programmeId, period == null ? null : period.index(), unitId).stream()
                .map(ReturnWithRound::view)
                .filter(selection::contains)
                .toList();
    }

    /** The rates for a file; that they were taken out is audited. */
    @Transactional
    public Rates export(UUID programmeId) {
        Actor.current().require(Right.PROGRESS_READ);
        Rates rates = read(programmeId);
        events.publishEvent(new ReportingRatesExported(
                new Subject("programme", programmeId, rates.programme().nameZh()),
                rates.cells().size()));
        return rates;
    }
}
