package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.monitoring.Figures.OtherSource;
import fledge.monitoring.rules.Reconciliation;
import fledge.tenancy.CityMemory;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Differences between sources that nobody has explained; found by one statement and remembered for some seconds, because every
 * page counts what waits.
 */
@Component
class SourceWorklist implements WorklistSource {

    private final Figures figures;
    private final CityMemory<String, List<OtherSource>> remembered = CityMemory.ofChanging(Duration.ofSeconds(15));

    SourceWorklist(Figures figures) {
        this.figures = figures;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        if (!actor.may(Right.SOURCE_RECORD)) {
            return List.of();
        }
        return remembered.get("open", this::open).stream()
                .collect(Collectors.groupingBy(OtherSource::pairId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(SourceWorklist::item)
                .toList();
    }

    @EventListener
    void forget(SourceRecorded recorded) {
        remembered.forget();
    }

    private List<OtherSource> open() {
        return figures.otherSources().stream().filter(SourceWorklist::isOpen).toList();
    }

    private static boolean isOpen(OtherSource said) {
        BigDecimal explained = said.explainedReported();
        return !Reconciliation.of(said.reported(), said.value(), said.tolerancePercent())
                        .within()
                && (explained == null || explained.compareTo(said.reported()) != 0);
    }

    /** Of one pair; the oldest comes first. */
    private static WorklistItem item(List<OtherSource> open) {
        OtherSource oldest = open.getFirst();
        return new WorklistItem(
                "monitoring.worklist.difference",
                List.of(oldest.source(), open.size()),
                "/sources/" + oldest.pairId(),
                "monitoring.worklist.difference.source",
                oldest.recordedAt(),
                null);
    }
}
