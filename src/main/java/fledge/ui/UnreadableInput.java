package fledge.ui;

/** A request that no form of the portal sends: answered with 400. */
public class UnreadableInput extends RuntimeException {}
