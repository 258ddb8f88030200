package fledge.programme.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.programme.Base;
import fledge.programme.IndicatorView;
import fledge.programme.PhaseView;
import fledge.programme.PolicyDocumentView;
import fledge.programme.PrintedActualService;
import fledge.programme.PrintedActualView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeStatus;
import fledge.programme.ProgrammeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page models of programmes. */
@Component
class ProgrammePages {

    private final ProgrammeService programmes;
    private final PrintedActualService actuals;
    private final UnitService units;
    private final Wording wording;

    ProgrammePages(ProgrammeService programmes, PrintedActualService actuals, UnitService units, Wording wording) {
        this.programmes = programmes;
        this.actuals = actuals;
        this.units = units;
        this.wording = wording;
    }

    record ListPage(List<Line> programmes, boolean mayEdit) {}

    record Line(
            UUID id,
            String name,
            String kind,
            boolean sample,
            String period,
            String status,
            String tone,
            boolean running) {}

    record ShowPage(
            UUID id,
            String name,
            String kind,
            boolean sample,
            String period,
            String status,
            String tone,
            @Nullable String baselineYear,
            @Nullable String note,
            String terms,
            List<Stage> phases,
            List<Document> documents,
            List<Group> groups,
            int count,
            long actuals,
            boolean mayEdit,
            boolean mayClose) {}

    record Stage(
            String name, @Nullable String period, @Nullable String text) {}

    record Document(
            String title,
            @Nullable String docNo,
            @Nullable String issuer,
            @Nullable String issuedOn,
            @Nullable String note) {}

    record Group(String name, List<Row> indicators) {}

    record Row(
            UUID id,
            String code,
            String name,
            String comparison,
            String target,
            boolean targetMissing,
            @Nullable String base,
            boolean baseMissing,
            @Nullable String lead) {}

    record ActualsPage(UUID programmeId, String programme, List<Topic> topics, int count) {}

    record Topic(String name, List<Actual> figures) {}

    record Actual(
            String name,
            @Nullable UUID indicatorId,
            String value,
            @Nullable String yoy,
            @Nullable String printedPeriod,
            @Nullable String inferredYear,
            String kind,
            @Nullable String note,
            @Nullable String source) {}

    @Transactional(readOnly = true)
    ListPage list() {
        return new ListPage(
                programmes.programmes().stream().map(this::line).toList(),
                Actor.current().may(Right.PROGRAMME_EDIT));
    }

    private Line line(ProgrammeView programme) {
        return new Line(
                programme.id(),
                wording.name(programme),
                wording.text(programme.kind()),
                programme.isSample(),
                wording.period(programme),
                wording.text(programme.status()),
                wording.tone(programme.status()),
                programme.running());
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        ProgrammeView programme = programmes.programme(id);
        List<IndicatorView> indicators = programmes.indicators(id);
        boolean mayEdit = Actor.current().may(Right.PROGRAMME_EDIT);
        Integer baselineYear = programme.baselineYear();
        return new ShowPage(
                id,
                wording.name(programme),
                wording.text(programme.kind()),
                programme.isSample(),
                wording.period(programme),
                wording.text(programme.status()),
                wording.tone(programme.status()),
                baselineYear == null ? null : wording.text("programme.period.one", baselineYear.toString()),
                programme.note(wording.locale()),
                wording.text(
                        "programme.programme.terms",
                        programme.terms().dueDays(),
                        programme.terms().entryDays(),
                        programme.terms().editDays(),
                        programme.reviewLevels()),
                programmes.phases(id).stream().map(this::stage).toList(),
                programmes.documents(id).stream().map(this::document).toList(),
                groups(indicators),
                indicators.size(),
                actuals.count(id),
                mayEdit && programme.isDraft(),
                mayEdit && programme.status() == ProgrammeStatus.PUBLISHED);
    }

    private Stage stage(PhaseView phase) {
        return new Stage(
                phase.name(wording.locale()),
                phase.startYear() == null && phase.endYear() == null
                        ? null
                        : wording.period(phase.startYear(), phase.endYear()),
                phase.text(wording.locale()));
    }

    private Document document(PolicyDocumentView document) {
        return new Document(
                document.title(wording.locale()),
                document.docNo(),
                document.issuer(),
                document.issuedOn() == null ? null : document.issuedOn().toString(),
                document.note(wording.locale()));
    }

    private List<Group> groups(List<IndicatorView> indicators) {
        Map<UUID, UnitView> byId = units.byId();
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (IndicatorView indicator : indicators) {
            Base base = indicator.base();
            groups.computeIfAbsent(indicator.group(wording.locale()), name -> new ArrayList<>())
                    .add(new Row(
                            indicator.id(),
                            indicator.code(),
                            indicator.name(wording.locale()),
                            wording.text(indicator.comparison()),
                            wording.target(indicator.finalTarget().orElse(null), indicator.measure()),
                            indicator
                                    .finalTarget()
                                    .filter(target -> target.isMissing())
                                    .isPresent(),
                            base(indicator),
                            base != null && base.isMissing(),
                            indicator
                                    .leadUnit()
                                    .map(unit -> wording.unit(byId, unit))
                                    .orElse(null)));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** The base with its year; a missing one says why, and what needs none has none. */
    @Nullable
    String base(IndicatorView indicator) {
        Base base = indicator.base();
        if (base == null) {
            return indicator.comparison().dividesByBaseline()
                    ? wording.text("programme.missing", wording.text("programme.base.notPrinted"))
                    : null;
        }
        if (base.isMissing()) {
            String note = base.note();
            return wording.text("programme.missing", note == null ? wording.text("programme.base.notPrinted") : note);
        }
        String value = wording.value(base.value(), indicator.valueMeasure());
        Integer year = base.year();
        return year == null || value == null ? value : wording.text("programme.base.inYear", year.toString(), value);
    }

    @Transactional(readOnly = true)
    ActualsPage actuals(UUID programmeId) {
        ProgrammeView programme = programmes.programme(programmeId);
        List<PrintedActualView> all = actuals.actuals(programmeId);
        Map<String, List<Actual>> topics = new LinkedHashMap<>();
        for (PrintedActualView actual : all) {
            topics.computeIfAbsent(actual.topic(wording.locale()), name -> new ArrayList<>())
                    .add(actual(actual));
        }
        return new ActualsPage(
                programmeId,
                wording.name(programme),
                topics.entrySet().stream()
                        .map(topic -> new Topic(topic.getKey(), topic.getValue()))
                        .toList(),
                all.size());
    }

    private Actual actual(PrintedActualView actual) {
        String value = wording.value(actual.value(), actual.measure());
        String words = actual.text();
        String yoy = wording.value(actual.yoyPercent(), Measure.PERCENT);
        Integer year = actual.inferredYear();
        return new Actual(
                actual.name(wording.locale()),
                actual.indicatorId(),
                value == null
                        ? words == null ? "" : words
                        : wording.text("programme.target.operator." + actual.operator(), value, value, "")
                                + (words == null ? "" : " " + words),
                yoy,
                actual.printedPeriod(),
                year == null ? null : wording.text("programme.actual.inferred", year.toString()),
                wording.text(actual.periodKind()),
                actual.note(),
                actual.source().quote());
    }
}
