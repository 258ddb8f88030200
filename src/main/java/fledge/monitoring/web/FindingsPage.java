package fledge.monitoring.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the checks found in a return, by class, with the boxes for explanations. */
record FindingsPage(ReturnHead head, List<FindingGroup> groups, boolean writable, boolean canRequest, long open) {

    /** The findings of one class. */
    record FindingGroup(
            String findingClass, String name, String meaning, boolean needsExplanation, List<FoundRow> rows) {}

    /** A finding: where, what, by which rule, the unit's words about it, and those of a quarter before. */
    record FoundRow(
            UUID id,
            String indicator,
            String text,
            @Nullable String rule,
            String href,
            List<ReturnShowPage.Option> reasons,
            @Nullable String reasonCode,
            @Nullable String reason,
            String explanation,
            @Nullable String before) {}
}
