package fledge.audit.web;

import fledge.audit.AuditAction;
import fledge.audit.AuditEntryView;
import fledge.audit.AuditHead;
import fledge.audit.AuditPage;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list, with the state of the chain above it. */
record AuditListPage(
        AuditFilterForm filter,
        boolean unreadable,
        List<AuditAction> actions,
        List<Row> rows,
        @Nullable State state,
        @Nullable Slice slice) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** A line of the list. */
    record Row(long seq, String at, String who, String login, String actionKey, String action, String subject) {}

    /** How long the chain is, where it ends, and what the last verification found. */
    record State(
            long entries,
            String hash,
            String at,
            @Nullable String checkedAt,
            @Nullable String checkedBy,
            boolean intact,
            @Nullable String fault,
            @Nullable String faultAt) {}

    /** What the pager reads; entries are not counted. */
    record Slice(
            @Nullable Long total,
            String from,
            String to,
            @Nullable String previousHref,
            @Nullable String nextHref,
            List<Object> sizes) {}

    static AuditListPage of(
            AuditFilterForm filter,
            AuditPage page,
            List<AuditAction> actions,
            Optional<AuditHead> head,
            Optional<AuditEntryView> verification,
            @Nullable Long before) {
        List<Row> rows = page.entries().stream()
                .map(entry -> new Row(
                        entry.seq(),
                        time(entry.at()),
                        entry.name(),
                        entry.login(),
                        entry.actionKey(),
                        entry.action(),
                        entry.subjectLabel()))
                .toList();
        return new AuditListPage(
                filter,
                filter.isUnreadable(),
                actions,
                rows,
                head.map(end -> state(end, verification.orElse(null))).orElse(null),
                rows.isEmpty() ? null : slice(filter, rows, page.next(), before));
    }

    private static State state(AuditHead head, @Nullable AuditEntryView verification) {
        return verification == null
                ? new State(head.seq(), head.hash(), time(head.at()), null, null, false, null, null)
                : new State(
                        head.seq(),
                        head.hash(),
                        time(head.at()),
                        time(verification.at()),
                        verification.name(),
                        "true".equals(verification.after().get("intact")),
                        verification.after().get("fault"),
                        verification.after().get("seq"));
    }

    private static Slice slice(AuditFilterForm filter, List<Row> rows, @Nullable Long next, @Nullable Long before) {
        return new Slice(
                null,
                Long.toString(rows.getFirst().seq()),
                Long.toString(rows.getLast().seq()),
                before == null ? null : filter.href(null),
                next == null ? null : filter.href(next),
                List.of());
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(PortalClock.ZONE));
    }
}
