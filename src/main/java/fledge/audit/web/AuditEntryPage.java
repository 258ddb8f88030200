package fledge.audit.web;

import fledge.audit.AuditEntryView;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One entry, with what changed field by field. */
record AuditEntryPage(AuditEntryView entry, String at, String recordedAt, String units, List<Change> changes) {

    /** A field as it was and as it became. */
    record Change(
            String key,
            String field,
            @Nullable String before,
            @Nullable String after) {}

    static AuditEntryPage of(AuditEntryView entry) {
        var fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        return new AuditEntryPage(
                entry,
                AuditListPage.time(entry.at()),
                AuditListPage.time(entry.recordedAt()),
                String.join("、", entry.units()),
                fields.stream()
                        .map(field -> new Change(
                                entry.module() + ".field." + field,
                                field,
                                entry.before().get(field),
                                entry.after().get(field)))
                        .toList());
    }
}
