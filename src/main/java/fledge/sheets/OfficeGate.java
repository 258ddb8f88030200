package fledge.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What a file must show before a library opens it: the bytes of an Office file of its kind, unpacked once without keeping anything,
 * and nothing in it that runs, hides or points elsewhere.
 */
final class OfficeGate {

    static final long MOST_UNPACKED = 200L << 20;
    private static final long MOST_OF_ONE_PART = 64L << 20;
    private static final int MOST_PARTS = 1000;

    /** A part may unpack to a hundred times its size, once it is larger than what compresses well by nature. */
    private static final double LEAST_RATIO = 0.01;

    private static final long ALWAYS_FINE = 1L << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    static {
        ZipSecureFile.setMaxEntrySize(MOST_OF_ONE_PART);
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private OfficeGate() {}

    static void check(byte[] file, OfficeKind kind, WorkbookLimits limits) {
        checkSize(file, limits);
        if (startsWith(file, OLE2)) {
            throw new WorkbookRefused(isEncrypted(file) ? "encrypted" : "old-format");
        }
        if (!startsWith(file, ZIP)) {
            throw new WorkbookRefused("no-workbook");
        }
        try {
            checkParts(file, kind, Math.min(limits.unpacked(), MOST_UNPACKED));
        } catch (ZipException e) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            throw new WorkbookRefused(message.contains("encrypted") ? "encrypted" : "damaged");
        } catch (IOException | IllegalArgumentException e) {
            throw new WorkbookRefused("damaged");
        }
    }

    static void checkSize(byte[] file, WorkbookLimits limits) {
        if (file.length == 0) {
            throw new WorkbookRefused("empty");
        }
        if (file.length > limits.bytes()) {
            throw new WorkbookRefused("too-large", limits.megabytes());
        }
    }

    /** Whether it begins as an Office file does, packed or of the old format. */
    static boolean isContainer(byte[] file) {
        return startsWith(file, ZIP) || startsWith(file, OLE2);
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= file.length || file[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** A workbook with a password is an old container around the packed one. */
    private static boolean isEncrypted(byte[] file) {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            throw new WorkbookRefused("damaged");
        }
    }

    private static void checkParts(byte[] file, OfficeKind kind, long mostUnpacked) throws IOException {
        var names = new HashSet<String>();
        String types = "";
        long unpacked = 0;
        var bytes = new ByteArrayInputStream(file);
        try (var zip = new ZipInputStream(bytes)) {
            byte[] buffer = new byte[64 << 10];
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (!names.add(part.getName().toLowerCase(Locale.ROOT))) {
                    throw new WorkbookRefused("damaged");
                }
                if (names.size() > MOST_PARTS) {
                    throw new WorkbookRefused("bomb");
                }
                boolean isTypes = part.getName().equals(CONTENT_TYPES);
                var text = new StringBuilder();
                long before = bytes.available();
                long size = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    unpacked += read;
                    if (isTypes && size <= ALWAYS_FINE) {
                        text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                    }
                    long packed = before - bytes.available() + buffer.length;
                    boolean tooThin = size > ALWAYS_FINE && packed < size * LEAST_RATIO;
                    if (size > MOST_OF_ONE_PART || unpacked > mostUnpacked || tooThin) {
                        throw new WorkbookRefused("bomb");
                    }
                }
                if (isTypes) {
                    types = text.toString();
                }
            }
        }
        refuseByNature(kind, names, types);
    }

    private static void refuseByNature(OfficeKind kind, Set<String> names, String types) {
        if (!names.contains(kind.mainPart()) && !names.contains(kind.binaryPart())) {
            throw new WorkbookRefused("no-workbook");
        }
        if (types.contains("macroEnabled")
                || any(names, "vbaproject.bin")
                || any(names, "/macrosheets/")
                || any(names, "/activex/")) {
            throw new WorkbookRefused("macros");
        }
        if (!types.contains(kind.mainType())) {
            throw new WorkbookRefused("no-workbook");
        }
        if (kind.partsElsewhere().stream().anyMatch(part -> any(names, part))) {
            throw new WorkbookRefused("points-elsewhere");
        }
    }

    private static boolean any(Set<String> names, String part) {
        return names.stream().anyMatch(name -> name.contains(part));
    }
}
