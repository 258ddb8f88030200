package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.apportionment.SharesInForce;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Period;
import fledge.monitoring.rules.Derivation;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.IndicatorTerms;
import fledge.template.TemplateService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows an indicator's numbers back to inputs, signed versions and people (溯源), and hands that out as one file. */
@Service
public class LineageService {

    private static final int SHOWN = 50;
    private static final int MOST_PAGES = 10_000;

    private final ProgrammeService programmes;
    private final ProgressService progress;
    private final FigureTrail trail;
    private final Restatements restatements;
    private final SharesInForce shares;
    private final TemplateService templates;
    private final UnitService units;
    private final LineageFile file;
    private final ApplicationEventPublisher events;

    LineageService(
            ProgrammeService programmes,
            ProgressService progress,
            FigureTrail trail,
            Restatements restatements,
            SharesInForce shares,
            TemplateService templates,
            UnitService units,
            LineageFile file,
            ApplicationEventPublisher events) {
        this.programmes = programmes;
        this.progress = progress;
        this.trail = trail;
        this.restatements = restatements;
        this.shares = shares;
        this.templates = templates;
        this.units = units;
        this.file = file;
        this.events = events;
    }

    /** Of an indicator, or of one period or unit of it; figures page by page. */
    @Transactional(readOnly = true)
    public Lineage lineage(UUID indicatorId, @Nullable Period period, @Nullable UUID unitId, int page) {
        Actor.current().require(Right.PROGRESS_READ);
        if (unitId != null && !units.byId().containsKey(unitId)) {
            throw new NotFound("unit " + unitId);
        }
        return read(indicatorId, period, unitId, Math.clamp(page, 0, MOST_PAGES) * SHOWN, SHOWN);
    }

    /** The whole lineage as one text in a fixed order, with its hash; that it was taken away is in the trail. */
    @Transactional
    public LineageFile.Written export(UUID indicatorId) {
        Actor.current().require(Right.LINEAGE_EXPORT);
        Lineage whole = read(indicatorId, null, null, 0, Integer.MAX_VALUE - 1);
        LineageFile.Written written = file.write(whole);
        events.publishEvent(new LineageExported(
                new Subject(
                        "indicator", indicatorId, whole.progress().indicator().nameZh()),
                Map.of("figures", Integer.toString(whole.inputs().size()), "sha256", written.sha256())));
        return written;
    }

    private Lineage read(UUID indicatorId, @Nullable Period period, @Nullable UUID unitId, int from, int most) {
        IndicatorView indicator = programmes.indicator(indicatorId);
        IndicatorProgress numbers = progress.numbers(indicator);
        IndicatorTerms terms = numbers.terms();
        Evaluation evaluation = numbers.evaluation();
        var choice = new FigureTrail.Choice(indicator, period, unitId);
        List<Lineage.Input> found = trail.inputs(choice, from, most + 1);
        List<Lineage.Input> inputs = found.subList(0, Math.min(most, found.size()));
        return new Lineage(
                programmes.programme(indicator.programmeId()),
                numbers,
                terms == null || evaluation == null
                        ? List.of()
                        : Derivation.measured(terms, numbers.observed(), evaluation),
                evaluation == null ? List.of() : Derivation.completion(evaluation),
                period,
                unitId,
                unitId == null ? trail.sums(choice) : List.of(),
                inputs,
                templates.forms(inputs.stream().map(Lineage.Input::templateId).toList()),
                restatements.ofIndicator(indicatorId).stream()
                        .filter(note -> choice.has(note.period(), note.unitId()))
                        .toList(),
                shares.editions(indicator.programmeId(), indicatorId),
                from,
                found.size() > most);
    }
}
