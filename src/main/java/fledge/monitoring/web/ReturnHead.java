package fledge.monitoring.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands over every page of a return. */
record ReturnHead(
        UUID id,
        String unit,
        String programme,
        boolean sample,
        String quarter,
        String status,
        String tone,
        String due,
        TurnLines.@Nullable TurnLine turn,
        long filled,
        int cells,
        @Nullable Form form,
        List<Step> steps) {

    /** The statutory head of the form; what the form does not say is empty. */
    record Form(
            UUID id,
            String period,
            String name,
            String formCode,
            String issuer,
            String approvalNo,
            @Nullable String validUntil) {}

    /** A step of the way a return goes. */
    record Step(String text, State state, String note) {}

    /** Where a step lies. */
    enum State {
        DONE,
        CURRENT,
        AHEAD
    }
}
