package fledge.monitoring;

import org.jspecify.annotations.Nullable;

/** A return that may wait for somebody, with its running clock; before it opens it has none. */
record WaitingReturn(Return report, Round round, @Nullable ReturnClock clock) {}
