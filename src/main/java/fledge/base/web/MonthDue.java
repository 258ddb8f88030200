package fledge.base.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.base.BaseView;
import fledge.monitoring.DueReturn;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnView;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which month's statistics a base has to report next, said to officials and to who runs it. */
@Component
class MonthDue {

    private final ReturnService returns;
    private final PortalClock clock;
    private final Formats formats;

    MonthDue(ReturnService returns, PortalClock clock, Formats formats) {
        this.returns = returns;
        this.clock = clock;
        this.formats = formats;
    }

    /** {@code kind} is that of a notice, null where nothing is due; {@code act} is a button's key, null for who may not read the return. */
    record Due(
            @Nullable String kind,
            String text,
            @Nullable String act,
            @Nullable String href) {}

    /** Null where nobody reports of the base, or where it is not this person's business. */
    @Nullable
    Due of(BaseView base) {
        UUID unit = base.entry().operatorUnitId();
        Actor actor = Actor.current();
        return unit == null || !(actor.may(Right.BASE_READ) || actor.may(Right.BASE_OWN, unit))
                ? null
                : returns.nextMonth(unit)
                        .map(next -> due(next, unit, actor))
                        .orElseGet(() -> new Due(null, formats.text("base.month.none"), null, null));
    }

    private Due due(DueReturn next, UUID unit, Actor actor) {
        ReturnView report = next.report();
        boolean fills = report.status().isWritable() && actor.may(Right.RETURN_FILL, unit);
        boolean reads = actor.may(Right.RETURN_READ, unit);
        return new Due(
                next.overdue() ? "warning" : "info",
                formats.text(
                        next.overdue() ? "base.month.overdue" : "base.month.due",
                        formats.period(report.round().period()),
                        formats.text(report.status()),
                        formats.deadline(next.dueAt()),
                        formats.left(next.dueAt(), clock.now())),
                fills ? "base.month.fill" : reads ? "base.month.look" : null,
                fills ? "/returns/" + report.id() + "/form" : reads ? "/returns/" + report.id() : null);
    }
}
