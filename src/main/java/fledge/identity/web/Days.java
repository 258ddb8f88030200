package fledge.identity.web;

import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as the pages of this module show them. */
final class Days {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PortalClock.ZONE);

    private Days() {}

    static String minute(@Nullable Instant time) {
        return time == null ? "" : MINUTE.format(time);
    }
}
