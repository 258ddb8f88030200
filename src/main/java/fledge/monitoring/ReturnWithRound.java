package fledge.monitoring;

import java.time.Instant;

/** A return and the round that asks for it, read together. */
record ReturnWithRound(Return report, Round round) {

    /** The first instant at which the unit may no longer write. */
    Instant writableUntil() {
        Reopening reopening = report.reopening();
        if (reopening != null) {
            return reopening.until();
        }
        Instant correctUntil = report.correctUntil();
        Instant moved = report.movedEntryEndAt();
        return correctUntil != null ? correctUntil : moved != null ? moved : round.entryEndAt();
    }

    /** The first instant at which a certification is late. */
    Instant dueAt() {
        Instant moved = report.movedDueAt();
        return moved == null ? round.dueAt() : moved;
    }

    /** When the unit has to have signed by: anew where it was sent back or reopened. */
    DueReturn due(Instant now) {
        boolean again = report.correctUntil() != null || report.reopening() != null;
        Instant due = again ? writableUntil() : dueAt();
        return new DueReturn(view(), due, !report.clockPaused() && !now.isBefore(due));
    }

    /** The first instant at which a signature can no longer be taken back. */
    Instant recallUntil() {
        return report.reopening() == null ? dueAt() : writableUntil();
    }

    /** Whether the unit may still write and sign; as long as its clock stands still, it may. */
    boolean acceptsEntry(Instant now) {
        return report.clockPaused() || now.isBefore(writableUntil());
    }

    /** Whether it is not signed although its time is over; one that is reopened is closed with its amendment. */
    boolean isMissedAt(Instant now) {
        return ReturnAction.CLOSE_WINDOW.leavesFrom(report.status())
                && report.validVersionId() == null
                && report.reopening() == null
                && !acceptsEntry(now);
    }

    /** Whether what is signed now is in time; only a clock that is not over can stand still. */
    boolean isInTime(Instant now) {
        return report.clockPaused() || now.isBefore(dueAt());
    }

    ReturnView view() {
        return new ReturnView(
                report.id(),
                report.version(),
                report.unitId(),
                round.view(),
                report.status(),
                report.since(),
                report.reviewLevel(),
                report.preparedBy(),
                report.certifiedBy(),
                report.certifiedAt(),
                report.acceptedBy(),
                report.acceptedAt(),
                report.correctUntil(),
                report.waiverReason(),
                report.waiverProposedBy(),
                report.submissions(),
                report.reportedAt(),
                report.reportedInTime(),
                report.cellsAsked(),
                report.cellsFilled(),
                report.validVersionId(),
                report.reopening(),
                dueAt(),
                writableUntil());
    }
}
