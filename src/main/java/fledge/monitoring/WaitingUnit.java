package fledge.monitoring;

/** A return that waits for its unit to fill in, sign or correct it, with the clock of that turn. */
public record WaitingUnit(ReturnView report, ClockView clock) {}
