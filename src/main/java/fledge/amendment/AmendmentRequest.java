package fledge.amendment;

import java.util.Set;
import java.util.UUID;

/**
 * What an amendment asks for, in the words of who asks.
 *
 * @param lines the cells that may be changed
 * @param evidence number of a document, or where it is found
 */
public record AmendmentRequest(
        AmendmentKind kind, AmendmentCause cause, String reason, String evidence, Set<UUID> lines) {}
