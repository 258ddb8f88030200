package fledge.audit.web;

import fledge.audit.AuditFilter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The filter bar as it was typed. */
record AuditFilterForm(
        @Nullable String who,
        @Nullable String action,
        @Nullable String label,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to) {

    /** {@code 2026-09-30}, {@code 2026.9.30}, {@code 2026年9月30日}, {@code 20260930}. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-./年]?(\\d{1,2})[-./月]?(\\d{1,2})日?");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    AuditFilter toFilter() {
        return new AuditFilter(filled(who), filled(action), null, filled(label), id(subject), day(from), day(to));
    }

    /** Whether something was typed that says nothing to the list. */
    boolean isUnreadable() {
        return (filled(subject) != null && id(subject) == null)
                || (filled(from) != null && day(from) == null)
                || (filled(to) != null && day(to) == null);
    }

    String href(@Nullable Long before) {
        var address = UriComponentsBuilder.fromPath("/audit");
        add(address, "who", who);
        add(address, "action", action);
        add(address, "label", label);
        add(address, "subject", subject);
        add(address, "from", from);
        add(address, "to", to);
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.build().encode().toUriString();
    }

    static @Nullable LocalDate day(@Nullable String text) {
        Matcher parts = DAY.matcher(text == null ? "" : text.strip());
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text != null && ID.matcher(text.strip()).matches() ? UUID.fromString(text.strip()) : null;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (filled(value) != null) {
            address.queryParam(name, value);
        }
    }
}
