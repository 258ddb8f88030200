package fledge.exchange;

/** A file to hand out. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record OutgoingFile(String name, byte[] content) {}
