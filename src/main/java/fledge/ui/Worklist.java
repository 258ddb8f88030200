package fledge.ui;

import fledge.access.Actor;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that waits for a person (待办), the most urgent first. */
@Service
public class Worklist {

    private final List<WorklistSource> sources;

    Worklist(List<WorklistSource> sources) {
        this.sources = sources;
    }

    @Transactional(readOnly = true)
    public List<WorklistItem> of(Actor actor) {
        return sources.stream()
                .flatMap(source -> source.worklist(actor).stream())
                .sorted(Comparator.comparing(WorklistItem::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(WorklistItem::since))
                .toList();
    }
}
