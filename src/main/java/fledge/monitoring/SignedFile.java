package fledge.monitoring;

import java.util.List;
import java.util.UUID;

/** A file that was signed with a return: its name, size in bytes and hash as the signed text says them. */
public record SignedFile(UUID id, String name, long size, String sha256) {

    static final String ROW = "file";

    List<String> fields() {
        return List.of(ROW, id.toString(), name, Long.toString(size), sha256);
    }
}
