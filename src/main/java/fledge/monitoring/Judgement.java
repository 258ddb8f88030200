package fledge.monitoring;

/** A reviewer's verdict on an explanation; whoever doubts says why. */
public record Judgement(ExplanationVerdict verdict, String text) {}
