package fledge.audit.rules;

/** Where a walk along a chain stands: the last entry that was found good. */
public record Position(short city, long seq, String hash, long micros) {

    /** Before the first entry. */
    public static Position origin(short city) {
        return new Position(city, 0, Chain.NOTHING, Long.MIN_VALUE);
    }

    /** After that entry. */
    public static Position at(Link link) {
        return new Position(link.city(), link.seq(), link.hash(), link.micros());
    }
}
