package fledge.apportionment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fledge.support.DemoCity;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A letter as PDF holds the text it shows, so that it can be searched and copied. */
@PortalTest
class LetterPrintingTest {

    /** The radicals that a font may give back instead of the ideographs they look like: 小 would no longer be found. */
    private static final int FIRST_RADICAL = 0x2E80;

    private static final int LAST_RADICAL = 0x2FDF;

    @Autowired
    MockMvc mvc;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    DemoCity luqiao;

    @Test
    void the_text_of_a_letter_is_found_again_in_its_pdf() throws Exception {
        MvcResult answer = mvc.perform(get(luqiao.path("/target-sets/{id}/letters/{unit}/pdf"))
                        .with(signedIn.account(luqiao.city(), "luqiao-planner")))
                .andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/pdf");
        String text = text(answer.getResponse().getContentAsByteArray());
        assertThat(text).contains("小微", luqiao.city().host());
        assertThat(text.codePoints().filter(point -> point >= FIRST_RADICAL && point <= LAST_RADICAL))
                .isEmpty();
        assertThat(text).as("no glyph is missing").doesNotContain("#", "\uFFFD");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isPositive();
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }
}
