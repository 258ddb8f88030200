package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.tenancy.CityMemory;
import fledge.tenancy.PortalClock;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Provisional values whose final ones are overdue: before the unit that reported them, and before the planner. They change from
 * day to day, so a node remembers them for some seconds.
 */
@Component
class AwaitedWorklist implements WorklistSource {

    private final Figures figures;
    private final UnitService units;
    private final PortalClock clock;
    private final CityMemory<LocalDate, List<Figures.Overdue>> remembered =
            CityMemory.ofChanging(Duration.ofSeconds(15));

    AwaitedWorklist(Figures figures, UnitService units, PortalClock clock) {
        this.figures = figures;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        if (!actor.may(Right.RETURN_FILL) && !actor.may(Right.ROUND_MANAGE)) {
            return List.of();
        }
        LocalDate today = clock.now().atZone(PortalClock.ZONE).toLocalDate();
        List<Figures.Overdue> overdue = remembered.get(today, () -> figures.overdue(today)).stream()
                .filter(unit -> actor.may(Right.ROUND_MANAGE) || actor.may(Right.RETURN_FILL, unit.unitId()))
                .toList();
        Map<UUID, UnitView> byId = overdue.isEmpty() ? Map.of() : units.byId();
        return overdue.stream()
                .map(unit -> item(Objects.requireNonNull(byId.get(unit.unitId())), unit))
                .toList();
    }

    private static WorklistItem item(UnitView unit, Figures.Overdue overdue) {
        Instant due = overdue.since().plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        return new WorklistItem(
                "monitoring.worklist.final",
                List.of(unit.name(LocaleContextHolder.getLocale()), overdue.number()),
                "/provisional",
                "monitoring.worklist.final.source",
                due,
                due);
    }
}
