package fledge.demo;

import fledge.access.Role;
import fledge.kernel.Measure;
import fledge.programme.AnnouncementService;
import fledge.programme.Base;
import fledge.programme.Bilingual;
import fledge.programme.Bounds;
import fledge.programme.CollectionTerms;
import fledge.programme.Definition;
import fledge.programme.NewIndicator;
import fledge.programme.NewPrintedActual;
import fledge.programme.NewProgramme;
import fledge.programme.NewTarget;
import fledge.programme.Pace;
import fledge.programme.PrintedActualService;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.programme.Source;
import fledge.programme.SplitLaw;
import fledge.programme.TargetService;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.PaceProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Writes down what a city promised: the programme its documents print, the sample of it, printed figures, notices. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class ProgrammeLoading {

    /** In working days; a quarter has at most 66, so there is a return to fill in on every day of the year. */
    static final CollectionTerms TERMS = new CollectionTerms(60, 66, 66);

    private final Stage stage;
    private final ProgrammeService programmes;
    private final TargetService targets;
    private final PrintedActualService actuals;
    private final AnnouncementService announcements;

    ProgrammeLoading(
            Stage stage,
            ProgrammeService programmes,
            TargetService targets,
            PrintedActualService actuals,
            AnnouncementService announcements) {
        this.stage = stage;
        this.programmes = programmes;
        this.targets = targets;
        this.actuals = actuals;
        this.announcements = announcements;
    }

    /** A programme and its indicators by code. */
    record Written(UUID id, Map<String, UUID> indicators) {}

    record Both(Written printed, Written sample) {}

    /** Both programmes with everything printed. */
    Both write(Town town) {
        var written = new HashMap<ProgrammeKind, Written>();
        for (ProgrammePart.Printed programme : town.file().programmes()) {
            plan(town, () -> written.put(programme.kind(), found(town, programme)));
        }
        Written printed = get(written, ProgrammeKind.PRINTED);
        plan(town, () -> town.file().actuals().forEach(actual -> record(printed, actual)));
        Written sample = get(written, ProgrammeKind.SAMPLE);
        return new Both(printed, sample);
    }

    private static Written get(Map<ProgrammeKind, Written> written, ProgrammeKind kind) {
        Written found = written.get(kind);
        if (found == null) {
            throw new IllegalStateException("no programme is " + kind);
        }
        return found;
    }

    private void plan(Town town, Runnable work) {
        stage.act(town.city(), town.founding(), town.player(Role.PLANNER), work);
    }

    private Written found(Town town, ProgrammePart.Printed programme) {
        boolean sample = programme.kind() == ProgrammeKind.SAMPLE;
        UUID id = programmes.found(described(town, programme));
        var indicators = new HashMap<String, UUID>();
        for (String code : programme.indicators()) {
            ProgrammePart.Item item = town.file().indicators().stream()
                    .filter(known -> known.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            SamplePart.Setting setting = sample
                    ? town.file().sample().stream()
                            .filter(known -> known.indicator().equals(code))
                            .findFirst()
                            .orElseThrow()
                    : null;
            UUID indicator = programmes.addIndicator(id, described(town, item, setting));
            indicators.put(code, indicator);
            for (ProgrammePart.Goal goal : setting == null ? item.targets() : setting.targets()) {
                targets.set(indicator, described(town.years(), item.measure(), goal));
            }
        }
        programmes.publish(id);
        return new Written(id, Map.copyOf(indicators));
    }

    private static NewProgramme described(Town town, ProgrammePart.Printed programme) {
        boolean sample = programme.kind() == ProgrammeKind.SAMPLE;
        SampleYears years = town.years();
        Integer levels = programme.reviewLevels();
        return new NewProgramme(
                programme.code(),
                programme.kind(),
                new Bilingual(programme.nameZh(), programme.nameEn()),
                sample ? Integer.valueOf(years.first()) : programme.startYear(),
                sample ? Integer.valueOf(years.last()) : programme.endYear(),
                sample ? Integer.valueOf(years.first() - 1) : programme.baselineYear(),
                bilingual(programme.noteZh(), programme.noteEn()),
                sample ? TERMS : CollectionTerms.USUAL,
                levels == null ? 1 : levels,
                programme.phases().stream()
                        .map(phase -> new NewProgramme.Phase(
                                new Bilingual(phase.nameZh(), phase.nameEn()), phase.year(), phase.year(), null))
                        .toList(),
                town.file().policyDocuments().stream()
                        .map(document -> new NewProgramme.Document(
                                document.title(),
                                null,
                                document.docNo(),
                                document.issuer(),
                                document.issueDate(),
                                bilingual(document.noteZh(), null)))
                        .toList());
    }

    private static NewIndicator described(Town town, ProgrammePart.Item item, SamplePart.@Nullable Setting setting) {
        Measure measure = item.valueMeasure();
        return new NewIndicator(
                item.code(),
                new Bilingual(item.groupZh(), item.groupEn()),
                new Bilingual(item.nameZh(), item.nameEn()),
                item.measure(),
                measure,
                item.comparison(),
                accumulation(item),
                item.direction(),
                SplitLaw.usual(item.comparison()),
                new Definition(
                        new Bilingual(item.definitionZh(), item.definitionEn()),
                        item.formulaText(),
                        bilingual(item.numeratorZh(), item.numeratorEn()),
                        bilingual(item.denominatorZh(), item.denominatorEn())),
                base(town.years(), setting == null ? item.baseline() : setting.baseline()),
                new Bounds(
                        toBase(measure, item.min()),
                        item.comparison().isShare() ? item.max() : toBase(measure, item.max()),
                        item.changeBoundPercent(),
                        item.mayFall() == null || item.mayFall()),
                new Pace(
                        setting == null || setting.pace() == null
                                ? PaceProfile.LINEAR
                                : setting.pace().read(),
                        Pace.USUAL.yellowFrom(),
                        Pace.USUAL.redFrom()),
                source(item.source()),
                town.unitIds(setting == null ? item.responsible() : setting.responsible()),
                setting == null ? List.of() : town.unitIds(setting.reporting()),
                setting == null ? null : setting.finalMonth());
    }

    /** The files tell flows from stocks only; a flow of which each year is judged alone does not add up over years. */
    private static Accumulation accumulation(ProgrammePart.Item item) {
        Comparison comparison = item.comparison();
        boolean yearly = comparison.usualAccumulation() == Accumulation.YEARLY_FLOW && !comparison.isShare();
        return yearly && item.accumulation().isFlow() ? Accumulation.YEARLY_FLOW : item.accumulation();
    }

    private static @Nullable Base base(SampleYears years, ProgrammePart.@Nullable Baseline baseline) {
        return baseline == null
                ? null
                : new Base(
                        years.year(baseline.year()),
                        toBase(baseline.measure(), baseline.value()),
                        baseline.quality(),
                        baseline.noteZh());
    }

    private static NewTarget described(SampleYears years, Measure measure, ProgrammePart.Goal goal) {
        CityFile.Place source = goal.source();
        return new NewTarget(
                years.year(goal.year()),
                goal.operator(),
                toBase(measure, goal.value()),
                toBase(measure, goal.upper()),
                goal.status(),
                goal.missingReason(),
                goal.isFinal(),
                source == null ? null : source.quote());
    }

    private void record(Written printed, ProgrammePart.Actual actual) {
        actuals.record(
                printed.id(),
                new NewPrintedActual(
                        actual.indicator() == null ? null : printed.indicators().get(actual.indicator()),
                        new Bilingual(actual.topicZh(), actual.topicEn()),
                        new Bilingual(actual.nameZh(), actual.nameEn()),
                        actual.operator(),
                        toBase(actual.measure(), actual.value()),
                        actual.measure(),
                        actual.values().isEmpty() ? actual.text() : listed(actual.values()),
                        actual.printedPeriod(),
                        actual.inferredYear(),
                        actual.kind(),
                        actual.yoyPercent(),
                        note(actual),
                        source(actual.source())));
    }

    private static String listed(List<ProgrammePart.Labelled> numbers) {
        return numbers.stream()
                .map(number -> number.labelZh() + number.value().toPlainString())
                .collect(Collectors.joining("，"));
    }

    private static @Nullable String note(ProgrammePart.Actual actual) {
        var notes = new ArrayList<String>();
        if (!actual.parts().isEmpty()) {
            notes.add("其中：" + listed(actual.parts()));
        }
        add(notes, "占" + (actual.shareOfZh() == null ? "比" : actual.shareOfZh()), actual.sharePercent(), "%");
        add(notes, "原定", actual.target(), actual.measure().zh());
        add(notes, "受益企业", actual.beneficiaries(), "户");
        add(notes, "参与", actual.visitors(), "人");
        return notes.isEmpty() ? null : String.join("；", notes);
    }

    private static void add(List<String> notes, String what, @Nullable BigDecimal number, String measure) {
        if (number != null) {
            notes.add(what + number.toPlainString() + measure);
        }
    }

    void announce(Town town, Instant now) {
        for (CityFile.Notice notice : town.file().announcements()) {
            stage.act(
                    town.city(),
                    now.plus(Duration.ofDays(notice.dayOffset())),
                    town.player(Role.PLANNER),
                    () -> announcements.publish(
                            new Bilingual(notice.titleZh(), notice.titleEn()),
                            new Bilingual(notice.bodyZh(), notice.bodyEn()),
                            true));
        }
    }

    private static @Nullable BigDecimal toBase(Measure measure, @Nullable BigDecimal shown) {
        return shown == null ? null : measure.toBase(shown);
    }

    private static Source source(CityFile.Place place) {
        return new Source(place.document(), place.line(), place.quote());
    }

    private static @Nullable Bilingual bilingual(@Nullable String zh, @Nullable String en) {
        return zh == null ? null : new Bilingual(zh, en == null ? "" : en);
    }
}
