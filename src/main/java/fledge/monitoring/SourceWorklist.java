package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.monitoring.Figures.OpenDifferences;
import fledge.tenancy.CityMemory;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Differences between sources that nobody has explained; found by one statement and remembered for some seconds, because every
 * page counts what waits.
 */
@Component
class SourceWorklist implements WorklistSource {

    private final Figures figures;
    private final CityMemory<String, List<OpenDifferences>> remembered = CityMemory.ofChanging(Duration.ofSeconds(15));

    SourceWorklist(Figures figures) {
        this.figures = figures;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        if (!actor.may(Right.SOURCE_RECORD)) {
            return List.of();
        }
        return remembered.get("open", figures::openDifferences).stream()
                .map(SourceWorklist::item)
                .toList();
    }

    @EventListener
    void forget(SourceRecorded recorded) {
        remembered.forget();
    }

    /** Of one pair; its oldest difference says how long it waits. */
    private static WorklistItem item(OpenDifferences open) {
        return new WorklistItem(
                "monitoring.worklist.difference",
                List.of(open.source(), open.number()),
                "/sources/" + open.pairId(),
                "monitoring.worklist.difference.source",
                open.since(),
                null);
    }
}
