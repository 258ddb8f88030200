package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.monitoring.AwaitedFigure;
import fledge.monitoring.FigureText;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnService.Dossier;
import fledge.monitoring.Standing;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.ui.Formats;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out how firm values are. */
@Component
class StandingPages {

    private final ReturnService returns;
    private final ReturnPages pages;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final Formats formats;

    StandingPages(
            ReturnService returns, ReturnPages pages, ProgrammeService programmes, UnitService units, Formats formats) {
        this.returns = returns;
        this.pages = pages;
        this.programmes = programmes;
        this.units = units;
        this.formats = formats;
    }

    record FormPage(ReturnHead head, List<Row> rows, List<Choice> choices, boolean writable) {}

    record Row(
            UUID id,
            String label,
            @Nullable String value,
            String standing,
            String standingText,
            @Nullable String finalExpected,
            boolean editable) {}

    record Choice(String value, String label) {}

    record ListPage(List<Waiting> rows, long overdue) {}

    record Waiting(
            String unit,
            String indicator,
            String quarter,
            @Nullable String value,
            String lineage,
            String standing,
            String finalExpected,
            boolean overdue,
            String href,
            boolean mayAmend) {}

    @Transactional(readOnly = true)
    FormPage form(UUID returnId) {
        Dossier dossier = returns.dossier(returnId);
        List<Row> rows = dossier.sheet().lines().stream()
                .map(line -> {
                    LocalDate expected = line.finalExpected();
                    return new Row(
                            line.id(),
                            FigureText.name(formats, line.indicator(), line.item()),
                            pages.content(
                                    line.item(),
                                    line.content().value(),
                                    line.content().wording(),
                                    line.indicator().valueMeasure(),
                                    false),
                            line.standing().name(),
                            formats.text(line.standing()),
                            expected == null ? null : expected.toString(),
                            line.editable());
                })
                .toList();
        return new FormPage(
                pages.head(dossier),
                rows,
                Arrays.stream(Standing.values())
                        .map(standing -> new Choice(standing.name(), formats.text(standing)))
                        .toList(),
                rows.stream().anyMatch(Row::editable));
    }

    @Transactional(readOnly = true)
    ListPage list(List<AwaitedFigure> awaited) {
        Map<UUID, UnitView> byId = units.byId();
        Map<UUID, IndicatorView> indicators = new HashMap<>();
        awaited.stream()
                .map(AwaitedFigure::programmeId)
                .distinct()
                .forEach(programme -> programmes
                        .indicators(programme)
                        .forEach(indicator -> indicators.put(indicator.id(), indicator)));
        return new ListPage(
                awaited.stream()
                        .map(figure -> {
                            IndicatorView indicator = Objects.requireNonNull(indicators.get(figure.indicatorId()));
                            return new Waiting(
                                    Objects.requireNonNull(byId.get(figure.unitId()))
                                            .name(formats.locale()),
                                    indicator.name(formats.locale()),
                                    formats.period(figure.period()),
                                    pages.content(
                                            figure.item(),
                                            figure.value(),
                                            figure.wording(),
                                            indicator.valueMeasure(),
                                            false),
                                    LineagePages.address(indicator.id(), figure.period(), figure.unitId()),
                                    formats.text(figure.standing()),
                                    figure.finalExpected().toString(),
                                    figure.overdue(),
                                    "/returns/" + figure.returnId(),
                                    figure.locked() && Actor.current().may(Right.AMENDMENT_REQUEST, figure.unitId()));
                        })
                        .toList(),
                awaited.stream().filter(AwaitedFigure::overdue).count());
    }
}
