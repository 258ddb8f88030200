package fledge.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as people and attackers make them, each made in the test that needs it. */
public final class Workbooks {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private Workbooks() {}

    /** A workbook made from nothing. */
    public static byte[] made(Consumer<XSSFWorkbook> filling) {
        try (var workbook = new XSSFWorkbook()) {
            filling.accept(workbook);
            return bytes(workbook);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody opens the file, changes it and saves it. */
    public static byte[] edited(byte[] file, Consumer<XSSFWorkbook> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            change.accept(workbook);
            return bytes(workbook);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    public static byte[] plain() {
        return made(
                workbook -> workbook.createSheet("表").createRow(0).createCell(0).setCellValue("文字"));
    }

    /** The format of Excel 97. */
    public static byte[] old() {
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("表");
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] encrypted(byte[] file) {
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var workbook = OPCPackage.open(new ByteArrayInputStream(file));
                    var out = encryptor.getDataStream(container)) {
                workbook.save(out);
            }
            var bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] withMacros(byte[] file) {
        return withPart(
                inPart(
                        file,
                        CONTENT_TYPES,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
                "xl/vbaProject.bin",
                new byte[] {1, 2, 3});
    }

    public static byte[] withExternalLink(byte[] file) {
        return withPart(file, "xl/externalLinks/externalLink1.xml", "<x/>".getBytes(StandardCharsets.UTF_8));
    }

    /** A part of so many megabytes of nothing. */
    public static byte[] bomb(byte[] file, int megabytes) {
        return rewritten(file, (name, content) -> content, zip -> {
            zip.putNextEntry(new ZipEntry("xl/media/nothing.bin"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        });
    }

    /** A part that a parser would let grow by itself. */
    public static byte[] withEntity(byte[] file, String part, String root) {
        return rewritten(
                file,
                (name, content) -> name.equals(part)
                        ? new String(content, StandardCharsets.UTF_8)
                                .replaceFirst(
                                        "<" + root, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><" + root)
                                .getBytes(StandardCharsets.UTF_8)
                        : content,
                zip -> {});
    }

    /** A word processor's file: the same packing, another document. */
    public static byte[] otherDocument() {
        return packed("word/document.xml", "<w:document/>");
    }

    public static byte[] packed(String name, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** Cut off in the middle, as after a broken transfer. */
    public static byte[] broken(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    /** The file with one text in one of its parts replaced; it has to be there. */
    public static byte[] inPart(byte[] file, String part, String from, String to) {
        return rewritten(
                file,
                (name, content) -> {
                    if (!name.equals(part)) {
                        return content;
                    }
                    String text = new String(content, StandardCharsets.UTF_8);
                    if (!text.contains(from)) {
                        throw new IllegalArgumentException(from + " is not in " + part + ": " + text);
                    }
                    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
                },
                zip -> {});
    }

    private static byte[] withPart(byte[] file, String part, byte[] content) {
        return rewritten(file, (name, old) -> old, zip -> {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
            zip.closeEntry();
        });
    }

    private interface Change {
        byte[] of(String name, byte[] content);
    }

    private interface Addition {
        void to(ZipOutputStream zip) throws IOException;
    }

    private static byte[] rewritten(byte[] file, Change change, Addition addition) {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file));
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(change.of(entry.getName(), in.readAllBytes()));
                out.closeEntry();
            }
            addition.to(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
