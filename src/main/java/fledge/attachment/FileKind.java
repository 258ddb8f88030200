package fledge.attachment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The kinds of files that are taken in; what a file is, its content says and not its name. */
public enum FileKind {
    PDF("application/pdf", "application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip", "xlsx"),
    JPG("image/jpeg", "image/jpeg", "jpg|jpeg"),
    PNG("image/png", "image/png", "png");

    private static final String PACKED = "application/zip";
    private static final String PACKED_OFFICE = "application/x-tika-ooxml";

    private final String mediaType;
    private final String firstBytes;
    private final String endings;

    FileKind(String mediaType, String firstBytes, String endings) {
        this.mediaType = mediaType;
        this.firstBytes = firstBytes;
        this.endings = endings;
    }

    static Optional<FileKind> ofName(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> ending.matches(kind.endings))
                .findFirst();
    }

    /** Whether the first bytes of a file fit, named as the detector names them; Office files are packed, and so some call them. */
    boolean fits(String detected) {
        return detected.equals(firstBytes) || (firstBytes.equals(PACKED) && detected.equals(PACKED_OFFICE));
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }
}
