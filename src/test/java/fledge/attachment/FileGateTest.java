package fledge.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.kernel.RuleRefused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileGateTest {

    @Test
    void takes_what_is_what_its_name_says_byte_for_byte() throws IOException {
        assertTaken("合同.pdf", FileKind.PDF, pdf(document -> {}));
        assertTaken("名单.xlsx", FileKind.XLSX, xlsx());
        assertTaken("说明.docx", FileKind.DOCX, docx());
        assertTaken("现场.PNG", FileKind.PNG, picture("png"));
        assertTaken("现场.jpeg", FileKind.JPG, picture("jpg"));
    }

    private static void assertTaken(String name, FileKind kind, byte[] bytes) {
        ExaminedFile file = FileGate.check(name, bytes);
        assertThat(file.kind()).isEqualTo(kind);
        assertThat(file.name()).isEqualTo(name);
        assertThat(file.bytes()).isEqualTo(bytes);
    }

    @Test
    void a_name_is_the_last_part_of_a_path_composed() {
        assertThat(FileGate.name("C:\\资料\\合同.pdf")).isEqualTo("合同.pdf");
        assertThat(FileGate.name("../../etc/合同.pdf")).isEqualTo("合同.pdf");
        assertThat(FileGate.name("cafe\u0301.pdf")).isEqualTo("caf\u00e9.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", ".htaccess", "a\u0000.pdf", "fdp.\u202Eexe.pdf", "a\nb.pdf", "a\u200B.pdf"})
    void refuses_names_that_hide_something(String name) {
        assertThatThrownBy(() -> FileGate.name(name))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("refused.name");
    }

    @Test
    void refuses_a_name_longer_than_a_name_is() {
        assertRefused("a".repeat(197) + ".pdf", pdf(document -> {}), "long-name");
    }

    @ParameterizedTest
    @CsvSource({"页面.html,kind", "图.svg,kind", "程序.exe,kind", "宏.xlsm,kind", "旧.xls,kind", "没有后缀,kind", "包.zip,kind"})
    void refuses_other_kinds(String name, String why) {
        assertRefused(name, "anything".getBytes(StandardCharsets.UTF_8), why);
    }

    @Test
    void refuses_nothing_and_too_much() {
        assertRefused(null, new byte[0], "none");
        assertRefused("空.pdf", new byte[0], "empty");
        assertRefused("大.pdf", new byte[(int) FileGate.MOST_BYTES + 1], "too-large");
    }

    @Test
    void refuses_what_its_content_is_not() throws IOException {
        assertRefused("合同.pdf", "MZ program".getBytes(StandardCharsets.UTF_8), "other-kind");
        assertRefused("合同.pdf", picture("png"), "other-kind");
        assertRefused("名单.xlsx", docx(), "other-kind");
        assertRefused("说明.docx", xlsx(), "other-kind");
        assertRefused("现场.jpg", picture("png"), "other-kind");
        assertRefused("名单.xlsx", "<html>".getBytes(StandardCharsets.UTF_8), "other-kind");
    }

    @Test
    void refuses_what_is_broken() throws IOException {
        assertRefused("合同.pdf", "%PDF-1.7\nand nothing else".getBytes(StandardCharsets.UTF_8), "damaged");
        assertRefused("现场.png", Arrays.copyOf(picture("png"), 60), "damaged");
    }

    @Test
    void refuses_passwords_and_what_runs() {
        assertRefused(
                "密.pdf",
                pdf(document -> {
                    var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
                    policy.setEncryptionKeyLength(128);
                    document.protect(policy);
                }),
                "encrypted");
        assertRefused(
                "脚本.pdf",
                pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                "active");
    }

    @Test
    void refuses_a_bomb_before_it_is_unpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int n = 0; n < 300; n++) {
                zip.write(zeros);
            }
        }
        assertRefused("名单.xlsx", bytes.toByteArray(), "bomb");
    }

    private static void assertRefused(@Nullable String name, byte[] bytes, String why) {
        assertThatThrownBy(() -> FileGate.check(name, bytes))
                .isInstanceOf(RuleRefused.class)
                .hasMessage("attachment.refused." + why);
    }

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Change change) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.apply(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] xlsx() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("一");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] docx() throws IOException {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("说明");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
