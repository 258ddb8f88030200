package fledge.apportionment;

/** A change with the line it concerns, as it was before. */
record ChangedLine(AmendmentChange change, TargetLine line) {

    ChangeView view() {
        return new ChangeView(change.amendmentId(), line.view(), change.value(), change.denominator());
    }
}
