package fledge.representative;

/** What somebody says who wants to act for an enterprise; {@code grounds} is by which the city can hold it against its own knowledge. */
public record Claim(String creditCode, String enterpriseName, Capacity capacity, String grounds) {}
