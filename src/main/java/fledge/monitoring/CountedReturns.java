package fledge.monitoring;

import fledge.monitoring.rules.ReportingRates;
import java.util.UUID;

/** The returns of a unit in a round, counted by the database. */
record CountedReturns(
        UUID roundId,
        UUID unitId,
        long asked,
        long waived,
        long reported,
        long inTime,
        long cellsDue,
        long cellsFilled) {

    ReportingRates rates() {
        return new ReportingRates(asked, waived, reported, inTime, cellsDue, cellsFilled);
    }
}
