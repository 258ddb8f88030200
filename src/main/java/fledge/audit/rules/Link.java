package fledge.audit.rules;

/** An entry as the chain sees it; hashes are 64 hexadecimal digits, {@code micros} counts from 1970 (UTC). */
public record Link(long seq, short city, long micros, String previous, String hash, String body) {}
