package fledge.reminder;

import fledge.kernel.Period;
import fledge.monitoring.Turn;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reminder as pages show it; without a sender it was the calendar's. */
public record ReminderView(
        UUID id,
        UUID returnId,
        UUID unitId,
        Period period,
        ReminderKind kind,
        Turn turn,
        String text,
        @Nullable UUID sentBy,
        Instant sentAt,
        @Nullable Instant settledAt) {}
