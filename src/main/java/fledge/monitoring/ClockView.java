package fledge.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clock of one turn: whose, since when, until when (the first instant that is too late), and its pauses. */
public record ClockView(
        UUID returnId,
        Turn turn,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        List<Pause> pauses) {

    /** A time during which the clock stood still; {@code days} are the working days by which it moved the deadline. */
    public record Pause(
            Instant pausedAt,
            UUID pausedBy,
            String reason,
            @Nullable Instant resumedAt,
            @Nullable UUID resumedBy,
            @Nullable Integer days) {}

    public boolean isPaused() {
        return endedAt == null && pauses.stream().anyMatch(pause -> pause.resumedAt() == null);
    }

    /** Over time: a running clock by now, an ended one when it ended. A clock is paused in time only. */
    public boolean isOverdue(Instant now) {
        return !isPaused() && !(endedAt == null ? now : endedAt).isBefore(dueAt);
    }
}
