package fledge.audit.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The chain's arithmetic.
 *
 * <p>hash = SHA-256 over the bytes: previous hash (32; zeros before the first entry), seq (8, big-endian), city (2, big-endian),
 * microseconds since 1970-01-01T00:00Z (8, big-endian), body (UTF-8, to the end). Hashes are written as lower-case hexadecimal.
 */
public final class Chain {

    /** Named in every chain's first entry, so that a chain begun with another one says so itself. */
    public static final String ALGORITHM = "SHA-256";

    /** What the first entry holds as the previous hash. */
    public static final String NOTHING = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();
    private static final int FIXED_BYTES = 32 + 8 + 2 + 8;

    private Chain() {}

    /** The hash of an entry. */
    public static String hash(String previous, long seq, short city, long micros, String body) {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + text.length)
                .put(HEX.parseHex(previous))
                .putLong(seq)
                .putShort(city)
                .putLong(micros)
                .put(text);
        return HEX.formatHex(digest().digest(bytes.array()));
    }

    /** The entry that comes next, hashed. */
    public static Link next(Position position, long micros, String body) {
        long seq = position.seq() + 1;
        return new Link(
                seq,
                position.city(),
                micros,
                position.hash(),
                hash(position.hash(), seq, position.city(), micros, body),
                body);
    }

    /** What is wrong with an entry that should be the next one, or null. */
    public static @Nullable Fault fault(Position position, Link link) {
        if (link.city() != position.city()) {
            return Fault.OTHER_CITY;
        }
        if (link.seq() != position.seq() + 1) {
            return link.seq() > position.seq() ? Fault.MISSING : Fault.OUT_OF_ORDER;
        }
        if (!hash(link.previous(), link.seq(), link.city(), link.micros(), link.body())
                .equals(link.hash())) {
            return Fault.ALTERED;
        }
        if (!link.previous().equals(position.hash())) {
            return Fault.UNLINKED;
        }
        if (link.micros() < position.micros()) {
            return Fault.CLOCK_BACK;
        }
        if (link.seq() == 1 && !link.body().contains("\"algorithm\":\"" + ALGORITHM + '"')) {
            return Fault.ALGORITHM;
        }
        return null;
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A fresh SHA-256. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
