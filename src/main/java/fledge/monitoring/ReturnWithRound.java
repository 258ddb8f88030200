package fledge.monitoring;

import java.time.Instant;

/** A return and the round that asks for it, read together. */
record ReturnWithRound(Return report, Round round) {

    /** The first instant at which the unit may no longer write. */
    Instant writableUntil() {
        Instant correctUntil = report.correctUntil();
        return correctUntil == null ? round.entryEndAt() : correctUntil;
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
                writableUntil());
    }
}
