package fledge.monitoring.web;

import fledge.attachment.web.AttachmentPages;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return to be read and decided on. */
record ReturnShowPage(
        ReturnHead head,
        List<Row> rows,
        List<FoundRow> findings,
        List<ActionRow> closed,
        Set<String> open,
        List<Signed> versions,
        List<Entry> timeline,
        List<TurnLines.ClockRow> clocks,
        boolean mayPause,
        boolean mayResume,
        List<AttachmentPages.Row> files,
        boolean mayAttach,
        List<AddedPart> parts,
        List<Option> indicators,
        List<Option> sendBackReasons,
        boolean compared,
        boolean mayProposeWaiver,
        @Nullable String waiverReason,
        @Nullable String reopened,
        List<RestatementRows.RestatementRow> restatements) {

    /** May this be done now? */
    public boolean may(String action) {
        return open.contains(action);
    }

    /** A figure beside those before it. */
    record Row(
            String group,
            String indicator,
            @Nullable String item,
            String measure,
            @Nullable String value,
            @Nullable String lineage,
            @Nullable String before,
            @Nullable String previous,
            @Nullable String previousLineage,
            @Nullable String change,
            @Nullable String lastYear,
            @Nullable String lastYearLineage,
            @Nullable String changeOfYear,
            @Nullable String standing,
            String note,
            boolean marked) {}

    /** A finding with its explanation and the reviewer's verdict. */
    record FoundRow(
            UUID id,
            String findingClass,
            String indicator,
            String text,
            @Nullable String rule,
            @Nullable String reason,
            String explanation,
            @Nullable String before,
            boolean judged,
            @Nullable String verdict,
            @Nullable String verdictText,
            String verdictNote) {}

    /** What cannot be done now, and why. */
    record ActionRow(String text, String reason) {}

    /** A signed version. */
    record Signed(int number, String receipt, String hash, String by, String preparedBy, String at, boolean timely) {}

    /** A line of the timeline. */
    record Entry(
            String at,
            String title,
            @Nullable String who,
            @Nullable String note,
            boolean expected) {}

    /** A choice of a form. */
    record Option(String value, String label) {}
}
