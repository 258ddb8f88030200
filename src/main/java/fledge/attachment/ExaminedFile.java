package fledge.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is what its name says and holds nothing that runs, with what the scanner said of it; not kept yet. */
final class ExaminedFile {

    private final String name;
    private final FileKind kind;
    private final byte[] bytes;
    private final String sha256;
    private final ScanState scan;

    private ExaminedFile(String name, FileKind kind, byte[] bytes, String sha256, ScanState scan) {
        this.name = name;
        this.kind = kind;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.scan = scan;
    }

    static ExaminedFile of(String name, FileKind kind, byte[] bytes) {
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new ExaminedFile(name, kind, bytes, sha256, ScanState.WAITING);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ExaminedFile scanned(ScanState found) {
        return new ExaminedFile(name, kind, bytes, sha256, found);
    }

    String name() {
        return name;
    }

    FileKind kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    ScanState scan() {
        return scan;
    }
}
