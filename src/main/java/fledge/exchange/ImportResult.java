package fledge.exchange;

/** What an import brought about: cells written, rows left out. */
public record ImportResult(int written, int leftOut) {}
