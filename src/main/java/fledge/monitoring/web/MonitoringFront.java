package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.monitoring.ProgressService;
import fledge.monitoring.ProgressView;
import fledge.ui.Formats;
import fledge.ui.FrontPart;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The headline targets of the running programme with their progress, for everybody to read. */
@Component
class MonitoringFront implements FrontPart {

    private static final int HEADLINES = 8;
    private static final int RESTATEMENTS = 5;

    private final ProgressService progress;
    private final ProgressPages pages;
    private final UnitService units;
    private final Formats formats;

    MonitoringFront(ProgressService progress, ProgressPages pages, UnitService units, Formats formats) {
        this.progress = progress;
        this.pages = pages;
        this.units = units;
        this.formats = formats;
    }

    record FrontModel(
            @Nullable String programme,
            boolean sample,
            @Nullable String asOf,
            List<ProgressPages.Row> headlines,
            List<RestatementRows.RestatementRow> restatements,
            boolean traced) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "monitoring/_front";
    }

    @Override
    public FrontModel model() {
        ProgressView running = progress.running();
        if (running == null) {
            return new FrontModel(null, false, null, List.of(), List.of(), false);
        }
        var byId = units.byId();
        return new FrontModel(
                running.programme().name(formats.locale()),
                running.programme().isSample(),
                running.newest() == null
                        ? null
                        : formats.period(running.newest().period()),
                running.indicators().stream()
                        .filter(indicator -> indicator.indicator().finalTarget().isPresent())
                        .limit(HEADLINES)
                        .map(indicator -> pages.row(indicator, byId))
                        .toList(),
                pages.restatements(running).stream().limit(RESTATEMENTS).toList(),
                Actor.current().may(Right.PROGRESS_READ));
    }
}
