package fledge.monitoring.web;

import java.util.List;
import java.util.UUID;

/** What the checks found in a return, by class, with the boxes for explanations. */
record FindingsPage(ReturnHead head, List<FindingGroup> groups, boolean writable, boolean canRequest, long open) {

    /** The findings of one class. */
    record FindingGroup(
            String findingClass, String name, String meaning, boolean needsExplanation, List<FoundRow> rows) {}

    /** A finding: where, what, and the unit's words about it. */
    record FoundRow(UUID id, String indicator, String text, String href, String explanation) {}
}
