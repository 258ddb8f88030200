package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.monitoring.IndicatorProgress;
import fledge.monitoring.ProgressService;
import fledge.monitoring.ProgressView;
import fledge.monitoring.rules.Light;
import fledge.tenancy.PortalClock;
import fledge.ui.DeskPart;
import fledge.ui.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Monitoring's part of the desk: the deadline of the newest round, how complete it is, and one's targets with their lights. */
@Component
class MonitoringDesk implements DeskPart {

    private final ProgressService progress;
    private final ProgressPages pages;
    private final UnitService units;
    private final PortalClock clock;
    private final Formats formats;

    MonitoringDesk(
            ProgressService progress, ProgressPages pages, UnitService units, PortalClock clock, Formats formats) {
        this.progress = progress;
        this.pages = pages;
        this.units = units;
        this.clock = clock;
        this.formats = formats;
    }

    record DeskModel(
            @Nullable Deadline deadline, boolean own, List<ProgressPages.Row> targets, long red, String roundHref) {}

    record Deadline(String quarter, String due, String left, boolean overdue, long reported, int asked) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "monitoring/_desk";
    }

    @Override
    public @Nullable DeskModel model(Actor actor) {
        if (!actor.may(Right.PROGRESS_READ)) {
            return null;
        }
        ProgressView running = progress.running();
        if (running == null) {
            return null;
        }
        boolean own = actor.may(Right.RETURN_LIST);
        Set<UUID> unitsOfActor = actor.unitsWith(Right.RETURN_LIST);
        var byId = units.byId();
        List<IndicatorProgress> shown = running.indicators().stream()
                .filter(indicator -> !own
                        ? indicator.rating().light() == Light.RED
                                || indicator.rating().light() == Light.YELLOW
                        : indicator.indicator().reportingUnits().stream().anyMatch(unitsOfActor::contains))
                .toList();
        return new DeskModel(
                deadline(running.newest()),
                own,
                shown.stream().map(indicator -> pages.row(indicator, byId)).toList(),
                running.count(Light.RED),
                actor.may(Right.ROUND_READ) ? "/rounds" : "/returns");
    }

    private @Nullable Deadline deadline(ProgressView.@Nullable Collected newest) {
        if (newest == null) {
            return null;
        }
        Instant now = clock.now();
        return new Deadline(
                formats.period(newest.period()),
                formats.deadline(newest.dueAt()),
                formats.left(newest.dueAt(), now),
                !now.isBefore(newest.dueAt()),
                newest.reported(),
                newest.asked());
    }
}
