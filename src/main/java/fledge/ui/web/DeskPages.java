package fledge.ui.web;

import fledge.access.Actor;
import fledge.tenancy.PortalClock;
import fledge.ui.DeskPart;
import fledge.ui.Formats;
import fledge.ui.Worklist;
import fledge.ui.WorklistItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the desk out for a person. */
@Component
class DeskPages {

    private final Worklist worklist;
    private final List<DeskPart> parts;
    private final PortalClock clock;
    private final Formats formats;

    DeskPages(Worklist worklist, List<DeskPart> parts, PortalClock clock, Formats formats) {
        this.worklist = worklist;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(DeskPart::order)).toList();
        this.clock = clock;
        this.formats = formats;
    }

    record DeskPage(String name, List<Row> worklist, List<Part> parts) {}

    record Row(
            String title,
            String path,
            String source,
            @Nullable String since,
            @Nullable String due,
            @Nullable String left,
            boolean overdue) {}

    record Part(String template, Object model) {}

    @Transactional(readOnly = true)
    public DeskPage desk() {
        Actor actor = Actor.current();
        Instant now = clock.now();
        var shown = new ArrayList<Part>();
        for (DeskPart part : parts) {
            Object model = part.model(actor);
            if (model != null) {
                shown.add(new Part(part.template(), model));
            }
        }
        return new DeskPage(
                actor.name(),
                worklist.of(actor).stream().map(item -> row(item, now)).toList(),
                shown);
    }

    private Row row(WorklistItem item, Instant now) {
        Instant due = item.due();
        return new Row(
                formats.text(item.titleKey(), item.titleArguments().toArray()),
                item.path(),
                formats.text(item.source()),
                formats.minute(item.since()),
                due == null ? null : formats.deadline(due),
                due == null ? null : formats.left(due, now),
                due != null && !now.isBefore(Objects.requireNonNull(due)));
    }
}
