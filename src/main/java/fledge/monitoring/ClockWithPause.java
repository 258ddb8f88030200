package fledge.monitoring;

import org.jspecify.annotations.Nullable;

/** A clock with one of its pauses, or with none, as one query finds them. */
record ClockWithPause(ReturnClock clock, @Nullable ClockPause pause) {}
