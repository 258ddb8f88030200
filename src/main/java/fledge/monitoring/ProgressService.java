package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.Figures.Figure;
import fledge.monitoring.rules.Consolidation;
import fledge.monitoring.rules.QuarterTotal;
import fledge.programme.IndicatorView;
import fledge.programme.PrintedActualService;
import fledge.programme.PrintedActualView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.rules.Item;
import fledge.programme.rules.Observations;
import fledge.template.TemplateService;
import fledge.tenancy.PortalClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Progress of a programme against its targets, read from roll-ups: its cost does not grow with the returns behind them. */
@Service
public class ProgressService {

    private final ProgrammeService programmes;
    private final TemplateService templates;
    private final PrintedActualService printed;
    private final Figures figures;
    private final RoundRepository rounds;
    private final ReturnRepository returns;
    private final FrozenRatings frozen;
    private final Restatements restatements;
    private final PortalClock clock;

    ProgressService(
            ProgrammeService programmes,
            TemplateService templates,
            PrintedActualService printed,
            Figures figures,
            RoundRepository rounds,
            ReturnRepository returns,
            FrozenRatings frozen,
            Restatements restatements,
            PortalClock clock) {
        this.programmes = programmes;
        this.templates = templates;
        this.printed = printed;
        this.figures = figures;
        this.rounds = rounds;
        this.returns = returns;
        this.frozen = frozen;
        this.restatements = restatements;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ProgressView progress(UUID programmeId) {
        ProgrammeView programme = programmes.programme(programmeId);
        Ground ground = ground(programmeId);
        Figures.Remarks remarks = figures.remarks(programmeId);
        ProgressView.Collected newest = ground.asked().stream()
                .filter(round -> !clock.now().isBefore(round.opensAt()))
                .findFirst()
                .map(this::collected)
                .orElse(null);
        Set<UUID> missing = newest == null ? Set.of() : Set.copyOf(newest.missing());
        List<IndicatorProgress> indicators = programmes.indicators(programmeId).stream()
                .map(indicator -> ground.progress(
                        indicator,
                        remarks.wordings().get(indicator.id()),
                        newest == null || !ground.demand().asks(indicator, newest.period())
                                ? List.of()
                                : indicator.reportingUnits().stream()
                                        .filter(missing::contains)
                                        .toList(),
                        remarks.notFinal().getOrDefault(indicator.id(), Map.of())))
                .toList();
        return new ProgressView(programme, newest, indicators);
    }

    /** What an indicator is judged by: the totals, what was asked, and the quarters that are over. */
    private record Ground(
            Map<UUID, List<QuarterTotal>> totals,
            List<Round> asked,
            Set<Quarter> over,
            Demand demand,
            Map<UUID, Observations> facts) {

        IndicatorProgress progress(
                IndicatorView indicator,
                @Nullable String wording,
                List<UUID> missing,
                Map<Standing, Quarter> notFinal) {
            List<QuarterTotal> reported = totals.getOrDefault(indicator.id(), List.of());
            Demand.OfIndicator wanted = demand.of(indicator);
            return Progress.of(
                    indicator,
                    reported,
                    wanted,
                    Consolidation.asOf(wanted::units, reported, over).orElse(null),
                    facts.getOrDefault(indicator.id(), Observations.NONE),
                    wording,
                    missing,
                    notFinal);
        }
    }

    private Ground ground(UUID programmeId) {
        List<Round> asked = rounds.findByProgrammeIdOrderByPeriodDesc(programmeId);
        return new Ground(
                figures.totals(programmeId),
                asked,
                asked.stream()
                        .filter(round -> !clock.now().isBefore(round.editEndAt()))
                        .map(round -> round.period().quarter())
                        .collect(Collectors.toSet()),
                new Demand(templates.plan(programmeId), returns.waived(programmeId)),
                asked.isEmpty() ? printed(programmeId) : Map.of());
    }

    /** The numbers of one indicator alone, without what pages tell beside them: sentences, and who or what is still to come. */
    @Transactional(readOnly = true)
    public IndicatorProgress numbers(IndicatorView indicator) {
        return ground(indicator.programmeId()).progress(indicator, null, List.of(), Map.of());
    }

    /** What every unit together reported of an indicator, quarter by quarter. */
    @Transactional(readOnly = true)
    public List<QuarterTotal> totals(IndicatorView indicator) {
        return figures.totals(indicator.programmeId()).getOrDefault(indicator.id(), List.of());
    }

    /** How one indicator stands. */
    @Transactional(readOnly = true)
    public IndicatorProgress one(UUID indicatorId) {
        return one(programmes.programmeOf(indicatorId), indicatorId);
    }

    private IndicatorProgress one(UUID programmeId, UUID indicatorId) {
        return progress(programmeId).indicators().stream()
                .filter(one -> one.indicator().id().equals(indicatorId))
                .findFirst()
                .orElseThrow();
    }

    /** One indicator with everything behind its numbers. */
    @Transactional(readOnly = true)
    public IndicatorHistory history(UUID indicatorId) {
        UUID programmeId = programmes.programmeOf(indicatorId);
        return new IndicatorHistory(
                one(programmeId, indicatorId),
                contributions(programmeId, indicatorId),
                frozen.of(indicatorId),
                restatements.ofIndicator(indicatorId));
    }

    /** What units reported of an indicator and was accepted, the newest first. */
    @Transactional(readOnly = true)
    public List<IndicatorHistory.Contribution> contributions(UUID indicatorId) {
        return contributions(programmes.programmeOf(indicatorId), indicatorId);
    }

    private List<IndicatorHistory.Contribution> contributions(UUID programmeId, UUID indicatorId) {
        List<Figure> behind = figures.ofIndicator(programmeId, indicatorId);
        Map<UUID, UUID> returnOfVersion =
                figures.returnsOf(behind.stream().map(Figure::versionId).collect(Collectors.toSet()));
        return behind.stream()
                .map(figure -> new IndicatorHistory.Contribution(
                        figure.item(),
                        figure.period(),
                        figure.unitId(),
                        figure.value(),
                        figure.wording(),
                        figure.standing(),
                        figure.definition(),
                        Optional.ofNullable(returnOfVersion.get(figure.versionId()))
                                .orElseThrow()))
                .toList();
    }

    /** The notes on figures of a programme that were replaced, the newest first. */
    @Transactional(readOnly = true)
    public List<RestatementView> restatements(UUID programmeId) {
        return restatements.ofProgramme(programmeId);
    }

    private ProgressView.Collected collected(Round round) {
        List<UnitAnswer> answers = returns.answers(round.id());
        return new ProgressView.Collected(
                round.period(),
                round.dueAt(),
                answers.size(),
                answers.stream().filter(UnitAnswer::isReported).count(),
                answers.stream()
                        .filter(UnitAnswer::isMissing)
                        .map(UnitAnswer::unitId)
                        .toList());
    }

    /** What the documents print of the past, for a programme that nobody reports for. */
    private Map<UUID, Observations> printed(UUID programmeId) {
        var observations = new HashMap<UUID, Observations>();
        for (PrintedActualView actual : printed.actuals(programmeId)) {
            UUID indicator = actual.indicatorId();
            Integer year = actual.inferredYear();
            if (indicator != null && year != null && actual.value() != null) {
                observations.merge(
                        indicator, Observations.NONE.with(Item.VALUE, year, actual.value()), (first, second) -> first);
            }
        }
        return observations;
    }

    /** The running programme's progress, if the city runs one. */
    @Transactional(readOnly = true)
    public @Nullable ProgressView running() {
        return programmes.running().map(programme -> progress(programme.id())).orElse(null);
    }
}
