package fledge.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that was handed in: its name, kind, size in bytes and hash, who handed it in when, and who withdrew it if somebody did. */
public record AttachmentView(
        UUID id,
        String fileName,
        FileKind kind,
        long size,
        String sha256,
        ScanState scan,
        UUID handedInBy,
        Instant handedInAt,
        @Nullable UUID withdrawnBy) {

    public boolean withdrawn() {
        return withdrawnBy != null;
    }
}
