package fledge.amendment.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.amendment.AmendmentFinder;
import fledge.amendment.AmendmentView;
import fledge.monitoring.MonitoringPart;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the page of a return: the way to ask for an amendment, and those there were. */
@Component
class AmendmentsOfReturn implements MonitoringPart {

    private final AmendmentFinder amendments;
    private final Formats formats;

    AmendmentsOfReturn(AmendmentFinder amendments, Formats formats) {
        this.amendments = amendments;
        this.formats = formats;
    }

    record Model(UUID returnId, boolean mayRequest, List<Row> rows) {}

    record Row(
            UUID id,
            String kind,
            String cause,
            String status,
            @Nullable String since) {}

    @Override
    public String template() {
        return "amendment/_return";
    }

    @Override
    public @Nullable Object ofRound(UUID roundId) {
        return null;
    }

    @Override
    public @Nullable Object ofReturn(ReturnView report) {
        boolean closed = report.status() == ReturnStatus.LOCKED || report.status() == ReturnStatus.MISSED;
        if (!closed && report.reopening() == null) {
            return null;
        }
        List<AmendmentView> known = amendments.ofReturn(report.id());
        return new Model(
                report.id(),
                closed
                        && known.stream().noneMatch(view -> view.status().isAlive())
                        && Actor.current().may(Right.AMENDMENT_REQUEST, report.unitId()),
                known.stream()
                        .map(view -> new Row(
                                view.id(),
                                formats.text(view.kind()),
                                formats.text(view.cause()),
                                formats.text(view.status()),
                                formats.minute(view.since())))
                        .toList());
    }
}
