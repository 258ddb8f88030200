package fledge.apportionment.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import fledge.ui.Formats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints a letter as PDF, with a font of its own so that every copy looks and reads the same wherever it is opened. */
@Component
class LetterPrinting {

    private static final String FONT = "/fonts/NotoSansSC-Regular-noradicals.ttf";
    private static final String STYLE = "/static/css/letter.css";

    private final ITemplateEngine templates;
    private final Formats formats;

    LetterPrinting(ITemplateEngine templates, Formats formats) {
        this.templates = templates;
        this.formats = formats;
    }

    byte[] print(LetterPages.LetterPage letter) {
        String html =
                templates.process("apportionment/letter-print", new Context(formats.locale(), Map.of("page", letter)));
        String base = Objects.requireNonNull(LetterPrinting.class.getResource(STYLE), STYLE)
                .toExternalForm();
        var bytes = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFont(
                    () -> Objects.requireNonNull(LetterPrinting.class.getResourceAsStream(FONT), FONT), "Noto Sans SC");
            builder.withHtmlContent(html, base);
            builder.toStream(bytes);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
