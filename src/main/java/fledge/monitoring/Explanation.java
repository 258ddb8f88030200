package fledge.monitoring;

/** What a unit says of a finding: a reason of the city's list, and the facts in words. */
public record Explanation(String reasonCode, String text) {}
