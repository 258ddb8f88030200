package fledge.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some entries, newest first; {@code next} is what to ask for the older ones with, null where there are none. */
public record AuditPage(
        List<AuditEntryView> entries, @Nullable Long next) {}
