package fledge.sheets;

import fledge.kernel.RuleRefused;
import java.util.List;

/** The kinds of Office files that are taken in: a workbook, or a document of text. */
public enum OfficeKind {
    WORKBOOK(
            "xl/workbook",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            List.of("xl/externallinks/", "xl/embeddings/", "xl/connections.xml", "xl/querytables/")),
    /** A chart brings its figures along as a workbook; what an embedded object is, nobody can say. */
    DOCUMENT(
            "word/document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            List.of("word/embeddings/oleobject", "word/afchunk"));

    private final String main;
    private final String mainType;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody writes to
    private final List<String> partsElsewhere;

    OfficeKind(String main, String mainType, List<String> partsElsewhere) {
        this.main = main;
        this.mainType = mainType;
        this.partsElsewhere = partsElsewhere;
    }

    /** Refuses with a {@link RuleRefused} what is no such file, or holds more than its text and figures. */
    public void check(byte[] file, WorkbookLimits limits) {
        OfficeGate.check(file, this, limits);
    }

    String mainPart() {
        return main + ".xml";
    }

    String binaryPart() {
        return main + ".bin";
    }

    String mainType() {
        return mainType;
    }

    List<String> partsElsewhere() {
        return partsElsewhere;
    }
}
