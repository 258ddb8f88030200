package fledge.monitoring.web;

import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.monitoring.FigureText;
import fledge.monitoring.LineContent;
import fledge.monitoring.RestatementView;
import fledge.programme.IndicatorView;
import fledge.ui.Formats;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notes on replaced figures, as every page shows them. */
@Component
class RestatementRows {

    private final UnitService units;
    private final Formats formats;

    RestatementRows(UnitService units, Formats formats) {
        this.units = units;
        this.formats = formats;
    }

    /** A note: whose figure, what it was, what it is, why and when. */
    record RestatementRow(
            String quarter,
            String unit,
            String figure,
            @Nullable String before,
            @Nullable String after,
            String reason,
            @Nullable String day,
            String href,
            String amendment) {}

    List<RestatementRow> of(List<RestatementView> notes, Collection<IndicatorView> indicators) {
        if (notes.isEmpty()) {
            return List.of();
        }
        Map<UUID, UnitView> byUnit = units.byId();
        Map<UUID, IndicatorView> byId =
                indicators.stream().distinct().collect(Collectors.toMap(IndicatorView::id, Function.identity()));
        return notes.stream()
                .map(note -> row(
                        note,
                        Objects.requireNonNull(byUnit.get(note.unitId())),
                        Objects.requireNonNull(byId.get(note.indicatorId()))))
                .toList();
    }

    private RestatementRow row(RestatementView note, UnitView unit, IndicatorView indicator) {
        return new RestatementRow(
                formats.period(note.period()),
                unit.name(formats.locale()),
                FigureText.name(formats, indicator, note.item()),
                shown(note, note.before(), indicator.valueMeasure()),
                shown(note, note.after(), indicator.valueMeasure()),
                note.reason(),
                formats.day(note.at()),
                "/returns/" + note.returnId(),
                "/amendments/" + note.amendmentId());
    }

    private @Nullable String shown(RestatementView note, LineContent content, Measure measure) {
        String text = FigureText.content(formats, note.item(), content, measure);
        return text == null || content.value() == null || measure == Measure.MILESTONE
                ? text
                : text + formats.measure(measure);
    }
}
