package fledge.attachment;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.sheets.OfficeKind;
import fledge.sheets.WorkbookLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * What a file must show before it is kept: a name that is only a name, an ending that is taken, first bytes and a structure that fit
 * it, and nothing in it that runs. The bytes stay as they were handed in, because their hash is what the unit can hold against them.
 */
final class FileGate {

    static final int MEGABYTES = 20;
    static final long MOST_BYTES = MEGABYTES * 1024L * 1024;
    static final String FIELD = "file";

    private static final int LONGEST_NAME = 200;
    private static final long MOST_PIXELS = 200_000_000;

    /** A picture is read through at this width or height; that is enough to know that all of it is there. */
    private static final int READ_AT = 512;

    private static final WorkbookLimits OFFICE =
            new WorkbookLimits(MOST_BYTES, 200L << 20, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final Tika TIKA = new Tika();

    private FileGate() {}

    static ExaminedFile check(@Nullable String typedName, byte[] bytes) {
        if (bytes.length == 0) {
            throw refused(typedName == null || typedName.isBlank() ? "none" : "empty");
        }
        if (bytes.length > MOST_BYTES) {
            throw refused("too-large", MEGABYTES);
        }
        String name = name(Objects.requireNonNullElse(typedName, ""));
        FileKind kind = FileKind.ofName(name).orElseThrow(() -> refused("kind"));
        if (!kind.fits(TIKA.detect(bytes))) {
            throw refused("other-kind", kind.name());
        }
        switch (kind) {
            case PDF -> checkPdf(bytes);
            case DOCX -> checkOffice(bytes, OfficeKind.DOCUMENT);
            case XLSX -> checkOffice(bytes, OfficeKind.WORKBOOK);
            case JPG, PNG -> checkPicture(bytes);
        }
        return ExaminedFile.of(name, kind, bytes);
    }

    /** The last part of a path, composed; characters that control or turn the text around are no part of a name. */
    static String name(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (name.isEmpty() || name.startsWith(".") || name.codePoints().anyMatch(FileGate::isHidden)) {
            throw refused("name");
        }
        if (name.length() > LONGEST_NAME) {
            throw refused("long-name", LONGEST_NAME);
        }
        return name;
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void checkPdf(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            PDDocumentNameDictionary names = catalog.getNames();
            boolean runs = names != null && (names.getJavaScript() != null || names.getEmbeddedFiles() != null);
            boolean opensSomething =
                    catalog.getOpenAction() instanceof PDAction action && !(action instanceof PDActionGoTo);
            if (runs || opensSomething) {
                throw refused("active");
            }
            if (document.getNumberOfPages() == 0) {
                throw refused("damaged");
            }
        } catch (InvalidPasswordException e) {
            throw refused("encrypted");
        } catch (IOException | ClassCastException | IllegalArgumentException | StackOverflowError e) {
            throw refused("damaged");
        }
    }

    private static void checkOffice(byte[] bytes, OfficeKind kind) {
        try {
            kind.check(bytes, OFFICE);
        } catch (RuleRefused e) {
            String why = e.reasons().getFirst().key();
            throw refused(
                    switch (why.substring(why.lastIndexOf('.') + 1)) {
                        case "encrypted" -> "encrypted";
                        case "macros", "points-elsewhere" -> "active";
                        case "bomb" -> "bomb";
                        case "damaged" -> "damaged";
                        default -> "other-kind";
                    },
                    kind == OfficeKind.WORKBOOK ? FileKind.XLSX.name() : FileKind.DOCX.name());
        }
    }

    private static void checkPicture(byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw refused("damaged");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MOST_PIXELS) {
                    throw refused("bomb");
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int step = (int) Math.max(1, Math.max(width, height) / READ_AT);
                param.setSourceSubsampling(step, step, 0, 0);
                reader.read(0, param);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused("damaged");
        }
    }

    static RuleRefused refused(String why, Serializable... args) {
        return new RuleRefused(Reason.on(FIELD, "attachment.refused." + why.toLowerCase(Locale.ROOT), args));
    }
}
