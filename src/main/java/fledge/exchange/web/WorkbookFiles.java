package fledge.exchange.web;

import fledge.exchange.OutgoingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** WorkbookFiles as they come in and go out by the browser. */
final class WorkbookFiles {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** The id of nothing, for a form that names none. */
    private static final UUID NOTHING = new UUID(0, 0);

    private WorkbookFiles() {}

    static ResponseEntity<byte[]> answer(OutgoingFile file) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.content());
    }

    /** Where there is no file to hand out, back to the page on which one is chosen. */
    static ResponseEntity<byte[]> elsewhere(String path, UUID id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path(path)
                                .build(id)
                                .getRawPath())
                .build();
    }

    static @Nullable String name(@Nullable MultipartFile file) {
        return file == null ? null : file.getOriginalFilename();
    }

    static byte[] bytes(@Nullable MultipartFile file) throws IOException {
        return file == null ? new byte[0] : file.getBytes();
    }

    /** An id as it was typed; what is none names nothing. */
    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }
}
