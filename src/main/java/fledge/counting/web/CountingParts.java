package fledge.counting.web;

import fledge.counting.CountingService;
import fledge.monitoring.MonitoringPart;
import fledge.monitoring.Offer;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnView;
import fledge.programme.IndicatorView;
import fledge.ui.ComparedRows;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the registers count, above the entry grid of a return and on the page of an indicator's progress. */
@Component
class CountingParts implements MonitoringPart {

    private final CountingService counting;
    private final ComparedRows rows;
    private final Formats formats;

    CountingParts(CountingService counting, ComparedRows rows, Formats formats) {
        this.counting = counting;
        this.rows = rows;
        this.formats = formats;
    }

    /** What the fragment above a form reads; {@code fillable} where some of it may go into an empty cell. */
    record FormModel(UUID id, String period, List<ComparedRows.Row> rows, boolean fillable) {}

    /** What the fragment on an indicator's page reads. */
    record IndicatorModel(UUID id, String fact) {}

    @Override
    public String template() {
        return "counting/_counted";
    }

    @Override
    public @Nullable Object ofRound(UUID roundId) {
        return null;
    }

    @Override
    public @Nullable Object ofReturn(ReturnView report) {
        return null;
    }

    @Override
    public @Nullable FormModel ofForm(ReturnSheet sheet) {
        List<Offer> found = counting.offers(sheet);
        return found.isEmpty()
                ? null
                : new FormModel(
                        sheet.report().id(),
                        formats.period(sheet.report().round().period()),
                        found.stream()
                                .map(one -> rows.row(
                                        one.line().indicator().name(formats.locale()),
                                        one.what(),
                                        one.line().indicator().valueMeasure(),
                                        one.line().content().value(),
                                        one.number()))
                                .toList(),
                        found.stream().anyMatch(Offer::isFillable));
    }

    @Override
    public @Nullable IndicatorModel ofIndicator(IndicatorView indicator) {
        return counting.ofIndicator(indicator)
                .map(one -> new IndicatorModel(one.id(), formats.text(one.fact())))
                .orElse(null);
    }
}
