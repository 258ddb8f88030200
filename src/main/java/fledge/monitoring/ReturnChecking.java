package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.monitoring.Figures.Figure;
import fledge.monitoring.rules.CheckedLine;
import fledge.monitoring.rules.Finding;
import fledge.monitoring.rules.ReturnChecks;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Item;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a return's cells beside what was reported before, and runs the checks over them. */
@Component
class ReturnChecking {

    private final ReturnLineRepository lines;
    private final Figures figures;
    private final ProgrammeService programmes;
    private final PortalClock clock;

    ReturnChecking(ReturnLineRepository lines, Figures figures, ProgrammeService programmes, PortalClock clock) {
        this.lines = lines;
        this.figures = figures;
        this.programmes = programmes;
        this.clock = clock;
    }

    List<ReturnSheet.Line> cells(ReturnWithRound of) {
        Return report = of.report();
        Quarter quarter = of.round().quarter();
        List<ReturnLine> all = lines.findByReturnIdOrderByPosition(report.id());
        Map<UUID, IndicatorView> indicators = programmes.indicators(of.round().programmeId()).stream()
                .collect(Collectors.toMap(IndicatorView::id, Function.identity()));
        List<Figure> before = figures.ofUnit(
                of.round().programmeId(), report.unitId(), List.of(quarter.previous(), quarter.minusYears(1)));
        boolean writable = report.status().isWritable()
                && clock.now().isBefore(of.writableUntil())
                && Actor.current().may(Right.RETURN_FILL, report.unitId());
        boolean onlyMarked = report.correctUntil() != null && all.stream().anyMatch(ReturnLine::toCorrect);
        return all.stream()
                .map(line -> cell(
                        line,
                        indicators.get(line.indicatorId()),
                        writable && (!onlyMarked || line.toCorrect()),
                        figure(before, line, quarter.previous()),
                        figure(before, line, quarter.minusYears(1))))
                .toList();
    }

    private static ReturnSheet.Line cell(
            ReturnLine line,
            @Nullable IndicatorView indicator,
            boolean editable,
            @Nullable Figure previous,
            @Nullable Figure lastYear) {
        if (indicator == null) {
            throw new IllegalStateException("a return asks for an indicator that its programme does not have");
        }
        return new ReturnSheet.Line(
                line.id(),
                line.valueEdition(),
                line.noteEdition(),
                indicator,
                line.item(),
                line.content(),
                editable,
                line.toCorrect(),
                line.enteredBy(),
                line.enteredAt(),
                previous == null ? null : previous.value(),
                previous == null ? null : previous.wording(),
                lastYear == null ? null : lastYear.value());
    }

    private static @Nullable Figure figure(List<Figure> figures, ReturnLine line, Quarter quarter) {
        return figures.stream()
                .filter(figure -> figure.indicatorId().equals(line.indicatorId())
                        && figure.item() == line.item()
                        && figure.quarter().equals(quarter))
                .findFirst()
                .orElse(null);
    }

    List<Finding> findings(ReturnWithRound of) {
        return findings(cells(of));
    }

    List<Finding> findings(List<ReturnSheet.Line> cells) {
        return ReturnChecks.check(cells.stream().map(ReturnChecking::checked).toList());
    }

    /** A sentence is checked for being there; everything else by its number. */
    private static CheckedLine checked(ReturnSheet.Line cell) {
        IndicatorView indicator = cell.indicator();
        boolean number = cell.item() == Item.VALUE || cell.item() == Item.NUMERATOR || cell.item() == Item.DENOMINATOR;
        BigDecimal current = cell.item() == Item.TEXT && cell.content().wording() != null
                ? BigDecimal.ONE
                : cell.content().value();
        return new CheckedLine(
                indicator.id().toString(),
                cell.item(),
                indicator.valueMeasure(),
                indicator.accumulation(),
                current,
                cell.content().note(),
                number ? cell.previous() : null,
                number ? cell.lastYear() : null,
                number ? indicator.bounds().lower() : null,
                cell.item() == Item.VALUE ? indicator.bounds().upper() : null,
                number ? indicator.bounds().changeBoundPercent() : null,
                indicator.bounds().mayFall() || !number,
                isPartOfWhole(indicator),
                true);
    }

    /** A coverage and a share in percent are parts of a whole; a plain ratio, such as leverage, may exceed one. */
    private static boolean isPartOfWhole(IndicatorView indicator) {
        return indicator.comparison() == Comparison.COVERAGE || indicator.measure() == Measure.PERCENT;
    }
}
