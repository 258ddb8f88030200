package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.base.LedgerStatistics;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Month;
import fledge.monitoring.CellResult;
import fledge.monitoring.EntryService;
import fledge.monitoring.Explanation;
import fledge.monitoring.FigureFolding;
import fledge.monitoring.FindingView;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnView;
import fledge.monitoring.ReviewService;
import fledge.monitoring.RoundDates;
import fledge.monitoring.RoundService;
import fledge.monitoring.SignOffService;
import fledge.programme.Bilingual;
import fledge.programme.Bounds;
import fledge.programme.CollectionTerms;
import fledge.programme.Definition;
import fledge.programme.IndicatorView;
import fledge.programme.NewIndicator;
import fledge.programme.NewProgramme;
import fledge.programme.Pace;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.programme.Source;
import fledge.programme.SplitLaw;
import fledge.programme.rules.Direction;
import fledge.template.NewTemplate;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The monthly statistics of bases (统计月报): a short form of its own, replayed month by month up to the one that is open. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class MonthlyStatistics {

    /** In working days; a month has at most 23, so there is a return to fill in on every day of the year. */
    private static final CollectionTerms TERMS = new CollectionTerms(10, 23, 23);

    private final Stage stage;
    private final FormLoading forms;
    private final ProgrammeService programmes;
    private final RoundService rounds;
    private final RoundDates dates;
    private final ReturnService returns;
    private final EntryService entries;
    private final SignOffService signOff;
    private final ReviewService reviews;
    private final FigureFolding folding;
    private final WorkingCalendar calendar;
    private final LedgerStatistics ledger;

    MonthlyStatistics(
            Stage stage,
            FormLoading forms,
            ProgrammeService programmes,
            RoundService rounds,
            RoundDates dates,
            ReturnService returns,
            EntryService entries,
            SignOffService signOff,
            ReviewService reviews,
            FigureFolding folding,
            WorkingCalendar calendar,
            LedgerStatistics ledger) {
        this.stage = stage;
        this.forms = forms;
        this.programmes = programmes;
        this.rounds = rounds;
        this.dates = dates;
        this.returns = returns;
        this.entries = entries;
        this.signOff = signOff;
        this.reviews = reviews;
        this.folding = folding;
        this.calendar = calendar;
        this.ledger = ledger;
    }

    void replay(Town town, Instant now) {
        FormPart.Monthly told = town.file().monthly();
        if (told == null) {
            return;
        }
        int months = told.indicators().getFirst().history().getFirst().values().size();
        Month open = Month.of(LocalDate.ofInstant(now, PortalClock.ZONE)).plus(-1);
        Month first = open.plus(1 - months);
        UUID programme = found(town, told, first);
        for (int at = 0; at < months; at++) {
            collect(town, told, programme, first.plus(at), at, at == months - 1, now);
        }
        stage.act(town.city(), now, Actor.SYSTEM, dates::lock);
        stage.act(town.city(), now, Actor.SYSTEM, folding::fold);
    }

    private UUID found(Town town, FormPart.Monthly told, Month first) {
        var programme = new AtomicReference<UUID>();
        var items = new ArrayList<NewTemplate.Item>();
        Instant at = Town.at(first.start().minusDays(20), 9, 0);
        stage.act(town.city(), at, town.player(Role.PLANNER), () -> {
            UUID id = programmes.found(new NewProgramme(
                    told.code(),
                    ProgrammeKind.SAMPLE,
                    new Bilingual(told.nameZh(), told.nameEn()),
                    town.years().first() - 1,
                    town.years().last() + 1,
                    null,
                    new Bilingual(told.noteZh(), told.noteEn()),
                    TERMS,
                    1,
                    List.of(),
                    List.of()));
            programme.set(id);
            told.indicators()
                    .forEach(measured -> items.add(new NewTemplate.Item(
                            programmes.addIndicator(id, described(town, told, measured)), measured.frequency())));
            programmes.publish(id);
        });
        compare(town, told, programme.get(), at);
        forms.adopt(
                town,
                at.plus(Duration.ofHours(1)),
                new NewTemplate(
                        programme.get(),
                        told.nameZh(),
                        FormLoading.head(told.formCode(), told.issuerZh(), told.approvalNo(), told.validUntil()),
                        Respondents.OUTSIDE,
                        Frequency.MONTH,
                        first,
                        items));
        return programme.get();
    }

    /** What the ledger of residents counts of the same stands beside it from the beginning. */
    private void compare(Town town, FormPart.Monthly told, UUID programme, Instant at) {
        stage.act(town.city(), at.plus(Duration.ofMinutes(30)), town.player(Role.PLANNER), () -> {
            for (IndicatorView indicator : programmes.indicators(programme)) {
                told.indicators().stream()
                        .filter(measured -> measured.code().equals(indicator.code()))
                        .flatMap(measured -> Stream.ofNullable(measured.ledger()))
                        .forEach(figure -> ledger.compare(indicator.id(), figure));
            }
        });
    }

    private static NewIndicator described(Town town, FormPart.Monthly told, FormPart.Measured measured) {
        List<UUID> units = town.unitIds(told.units());
        return new NewIndicator(
                measured.code(),
                new Bilingual("基地统计", "Bases"),
                new Bilingual(measured.nameZh(), measured.nameEn()),
                measured.measure(),
                measured.measure(),
                measured.comparison(),
                measured.accumulation(),
                Direction.HIGHER,
                SplitLaw.usual(measured.comparison()),
                new Definition(new Bilingual(measured.definitionZh(), measured.definitionEn()), null, null, null),
                null,
                new Bounds(BigDecimal.ZERO, null, null, true),
                Pace.USUAL,
                Source.NONE,
                units,
                units);
    }

    /** The months before are reported, signed and accepted; of the open one the first base has begun. */
    private void collect(
            Town town, FormPart.Monthly told, UUID programme, Month month, int at, boolean open, Instant now) {
        Instant morning = Town.at(month.end().plusDays(1), 0, 5);
        var round = new AtomicReference<UUID>();
        stage.act(town.city(), morning, town.player(Role.PLANNER), () -> round.set(rounds.schedule(programme, month)));
        stage.act(town.city(), morning, Actor.SYSTEM, dates::open);
        Map<UUID, UUID> byUnit = stage.ask(
                town.city(),
                () -> rounds.returnsOf(round.get()).stream()
                        .collect(Collectors.toMap(ReturnView::unitId, ReturnView::id)));
        for (String unit : open ? told.units().subList(0, 1) : told.units()) {
            UUID returnId = byUnit.get(town.unit(unit));
            if (returnId == null) {
                throw new IllegalStateException("no return of " + unit + " in " + month);
            }
            if (open) {
                stage.act(town.city(), now, town.player(Role.PREPARER, unit), () -> fill(told, unit, returnId, at, 2));
            } else {
                report(town, told, unit, returnId, at, calendar.after(month.end(), 3));
            }
        }
    }

    private void report(Town town, FormPart.Monthly told, String unit, UUID returnId, int at, LocalDate day) {
        stage.act(town.city(), Town.at(day, 9, 20), town.player(Role.PREPARER, unit), () -> {
            fill(told, unit, returnId, at, Integer.MAX_VALUE);
            Map<UUID, Explanation> explained = signOff.check(returnId).stream()
                    .filter(finding -> finding.findingClass().needsExplanation())
                    .collect(Collectors.toMap(
                            FindingView::id, finding -> new Explanation("SEASON", "与当月企业开票节奏有关，已与企业核对。")));
            if (!explained.isEmpty()) {
                signOff.explain(returnId, explained);
            }
            signOff.request(returnId);
        });
        stage.act(town.city(), Town.at(day, 15, 0), town.player(Role.CERTIFIER, unit), () -> signOff.certify(returnId));
        Instant review = Town.at(calendar.after(day, 1), 9, 0);
        Actor reviewer = town.player(Role.REVIEWER);
        stage.act(town.city(), review, reviewer, () -> reviews.start(returnId));
        stage.act(town.city(), review.plus(Duration.ofMinutes(8)), reviewer, () -> reviews.accept(returnId));
    }

    private void fill(FormPart.Monthly told, String unit, UUID returnId, int at, int most) {
        List<EntryService.Typed> typed = returns.dossier(returnId).sheet().lines().stream()
                .limit(most)
                .map(line -> new EntryService.Typed(line.id(), false, value(told, unit, line, at), line.valueEdition()))
                .toList();
        for (CellResult result : entries.enterAll(returnId, typed)) {
            if (!(result instanceof CellResult.Saved)) {
                throw new IllegalStateException("not kept: " + result);
            }
        }
    }

    private static String value(FormPart.Monthly told, String unit, ReturnSheet.Line line, int at) {
        BigDecimal value = told.indicators().stream()
                .filter(measured -> measured.code().equals(line.indicator().code()))
                .flatMap(measured -> measured.history().stream())
                .filter(series -> series.unit().equals(unit))
                .findFirst()
                .orElseThrow()
                .values()
                .get(at);
        if (value == null) {
            throw new IllegalStateException("no figure of " + line.indicator().code() + " for " + unit);
        }
        return value.toPlainString();
    }
}
