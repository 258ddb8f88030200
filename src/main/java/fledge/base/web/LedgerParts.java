package fledge.base.web;

import fledge.base.LedgerStatistics;
import fledge.monitoring.MonitoringPart;
import fledge.monitoring.Offer;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnView;
import fledge.ui.ComparedRows;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the ledger of residents counts, above the entry grid of a base's return. */
@Component
class LedgerParts implements MonitoringPart {

    private final LedgerStatistics statistics;
    private final ComparedRows rows;
    private final Formats formats;

    LedgerParts(LedgerStatistics statistics, ComparedRows rows, Formats formats) {
        this.statistics = statistics;
        this.rows = rows;
        this.formats = formats;
    }

    /** What the fragment reads; {@code fillable} where some of it may go into an empty cell. */
    record PartModel(UUID id, String on, List<ComparedRows.Row> rows, boolean fillable) {}

    @Override
    public String template() {
        return "base/_ledger";
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
    public @Nullable PartModel ofForm(ReturnSheet sheet) {
        List<Offer> found = statistics.offers(sheet);
        return found.isEmpty()
                ? null
                : new PartModel(
                        sheet.report().id(),
                        sheet.report().round().period().end().toString(),
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
}
