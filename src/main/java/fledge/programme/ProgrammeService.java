package fledge.programme;

import fledge.access.NotFound;
import fledge.tenancy.PortalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programmes: founded as drafts, filled with indicators, put in force, closed; and what they hold. */
@Service
public class ProgrammeService {

    private final ProgrammeRepository programmes;
    private final PhaseRepository phases;
    private final PolicyDocumentRepository documents;
    private final IndicatorCatalogue catalogue;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ProgrammeService(
            ProgrammeRepository programmes,
            PhaseRepository phases,
            PolicyDocumentRepository documents,
            IndicatorCatalogue catalogue,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.programmes = programmes;
        this.phases = phases;
        this.documents = documents;
        this.catalogue = catalogue;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public UUID found(NewProgramme made) {
        check(made);
        var programme = programmes.save(new Programme(made));
        List<Phase> stages = new ArrayList<>();
        for (NewProgramme.Phase phase : made.phases()) {
            stages.add(new Phase(programme.id(), stages.size() + 1, phase));
        }
        phases.saveAll(stages);
        List<PolicyDocument> basis = new ArrayList<>();
        for (NewProgramme.Document document : made.documents()) {
            basis.add(new PolicyDocument(programme.id(), basis.size() + 1, document));
        }
        documents.saveAll(basis);
        events.publishEvent(new ProgrammeFounded(
                programme.id(),
                programme.nameZh(),
                Fields.of("code", made.code())
                        .and("kind", made.kind())
                        .and("startYear", made.startYear())
                        .and("endYear", made.endYear())
                        .and("baselineYear", made.baselineYear())
                        .and("dueDays", made.terms().dueDays())
                        .and("entryDays", made.terms().entryDays())
                        .and("editDays", made.terms().editDays())
                        .and("reviewLevels", made.reviewLevels())
                        .and("phases", stages.size())
                        .and("documents", basis.size())
                        .map()));
        return programme.id();
    }

    /** Adds an indicator at the end of a draft programme. */
    @Transactional
    public UUID addIndicator(UUID programmeId, NewIndicator made) {
        return catalogue.add(load(programmeId), made);
    }

    /** Changes an indicator of a draft programme; the version is the one the form showed. */
    @Transactional
    public void reviseIndicator(UUID indicatorId, int version, NewIndicator made) {
        catalogue.revise(indicatorId, version, made);
    }

    /** Puts a draft in force: its indicators and targets are fixed, and so is who reports them. */
    @Transactional
    public void publish(UUID programmeId) {
        var programme = load(programmeId);
        programme.requireDraft();
        catalogue.fixReportingUnits(programme);
        catalogue.fixDefinitions(programme, clock.now());
        programme.publish(clock.now());
        events.publishEvent(new ProgrammePublished(programme.id(), programme.nameZh()));
    }

    @Transactional
    public void close(UUID programmeId) {
        var programme = load(programmeId);
        programme.close();
        events.publishEvent(new ProgrammeClosed(programme.id(), programme.nameZh()));
    }

    /** Every programme, the latest years first. */
    @Transactional(readOnly = true)
    public List<ProgrammeView> programmes() {
        return programmes.inOrder().stream()
                .map(programme -> programme.view(clock.now()))
                .toList();
    }

    /** The programme for which figures are being collected; of several, the one that started last. */
    @Transactional(readOnly = true)
    public Optional<ProgrammeView> running() {
        return programmes().stream().filter(ProgrammeView::running).findFirst();
    }

    @Transactional(readOnly = true)
    public ProgrammeView programme(UUID programmeId) {
        return load(programmeId).view(clock.now());
    }

    @Transactional(readOnly = true)
    public List<PhaseView> phases(UUID programmeId) {
        return phases.findByProgrammeIdOrderByPosition(programmeId).stream()
                .map(Phase::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<PolicyDocumentView> documents(UUID programmeId) {
        return documents.findByProgrammeIdOrderByPosition(programmeId).stream()
                .map(PolicyDocument::view)
                .toList();
    }

    /** The indicators in their order, with targets and units: five queries at most, however many there are. */
    @Transactional(readOnly = true)
    public List<IndicatorView> indicators(UUID programmeId) {
        return catalogue.ofProgramme(load(programmeId));
    }

    @Transactional(readOnly = true)
    public IndicatorView indicator(UUID indicatorId) {
        return catalogue.one(indicatorId);
    }

    /** The programme that an indicator belongs to. */
    @Transactional(readOnly = true)
    public UUID programmeOf(UUID indicatorId) {
        return catalogue.programmeOf(indicatorId);
    }

    private Programme load(UUID programmeId) {
        return programmes.findById(programmeId).orElseThrow(() -> new NotFound("programme " + programmeId));
    }

    private void check(NewProgramme made) {
        Integer start = made.startYear();
        Integer end = made.endYear();
        CollectionTerms terms = made.terms();
        new Checks("programme.programme")
                .code("code", made.code())
                .require("code", programmes.findByCode(made.code()).isEmpty(), "programme.check.taken")
                .required("name", made.name(), Checks.NAME)
                .year("startYear", start)
                .year("endYear", end)
                .year("baselineYear", made.baselineYear())
                .require("endYear", start == null || end == null || start <= end, "programme.programme.endsBeforeStart")
                .require(
                        "startYear",
                        made.kind() == ProgrammeKind.PRINTED || (start != null && end != null),
                        "programme.programme.sampleNeedsYears")
                .require(
                        "dueDays",
                        0 < terms.dueDays()
                                && terms.dueDays() <= terms.entryDays()
                                && terms.entryDays() <= terms.editDays(),
                        "programme.programme.termsInOrder")
                .require(
                        "reviewLevels",
                        made.reviewLevels() == 1 || made.reviewLevels() == 2,
                        "programme.programme.levels")
                .refuse();
    }
}
