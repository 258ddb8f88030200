package fledge.monitoring;

import fledge.monitoring.rules.Finding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a certifier signs, as text: one line for each cell in the return's order, fields separated by tabs, so that it can be
 * hashed byte for byte, compared, and read by eye in twenty years. A cell says: indicator, item, number, sentence, note, the number
 * of the definition it was made under, how firm it is, and when the final value is expected. A file says: id, name, size, hash.
 */
record SignedContent(String text, String hash) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    static SignedContent of(List<List<String>> rows) {
        var text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join("\t", row.stream().map(SignedContent::field).toList()))
                    .append('\n');
        }
        return new SignedContent(text.toString(), sha256(text.toString()));
    }

    /** The figures of a signed text, by indicator code and item; a sentence stands for itself. */
    static Map<String, String> figures(String text) {
        var figures = new LinkedHashMap<String, String>();
        text.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[0].equals("cell"))
                .forEach(fields ->
                        figures.put(fields[1] + "." + fields[2], fields[3].isEmpty() ? fields[4] : fields[3]));
        return figures;
    }

    /** What stood in a cell, how firm it was, and under which definition, where the text says so. */
    record Cell(
            LineContent content,
            Standing standing,
            @Nullable LocalDate finalExpected,
            @Nullable Integer definition) {

        /** Of a cell that was not asked for. */
        static final Cell EMPTY = new Cell(LineContent.EMPTY, Standing.FINAL, null, null);

        /** Whether that is what was signed here: the same figure, as firm. */
        boolean hasSame(LineContent figure, Standing firm) {
            return figure.hasSameFigureAs(content) && firm == standing;
        }
    }

    /** The cells of a signed text as they were, by indicator code and item. */
    static Map<String, Cell> cells(String text) {
        var cells = new LinkedHashMap<String, Cell>();
        text.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[0].equals("cell"))
                .forEach(fields -> cells.put(
                        fields[1] + "." + fields[2],
                        new Cell(
                                new LineContent(
                                        fields[3].isEmpty() ? null : new BigDecimal(fields[3]),
                                        fields[4].isEmpty() ? null : unescaped(fields[4]),
                                        unescaped(fields[5])),
                                later(fields, 7).isEmpty() ? Standing.FINAL : Standing.valueOf(fields[7]),
                                later(fields, 8).isEmpty() ? null : LocalDate.parse(fields[8]),
                                later(fields, 6).isEmpty() ? null : Integer.valueOf(fields[6]))));
        return cells;
    }

    /** The explanations of a signed text, by what {@link #key} makes of their findings. */
    static Map<String, Explanation> explanations(String text) {
        var explanations = new LinkedHashMap<String, Explanation>();
        text.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[0].equals("finding"))
                .forEach(fields -> explanations.put(
                        String.join(".", fields[1], fields[2], fields[3], later(fields, 6)),
                        new Explanation(later(fields, 5), unescaped(fields[4]))));
        return explanations;
    }

    /** The files of a signed text. */
    static List<SignedFile> files(String text) {
        return text.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[0].equals(SignedFile.ROW))
                .map(fields -> new SignedFile(
                        UUID.fromString(fields[1]), unescaped(fields[2]), Long.parseLong(fields[3]), fields[4]))
                .toList();
    }

    /** Reasons, rules and standings came into signed texts later; an older text has none. */
    private static String later(String[] fields, int at) {
        return at < fields.length ? fields[at] : "";
    }

    /** What tells the findings of a return apart. */
    static String key(Finding finding) {
        return String.join(
                ".",
                finding.indicator(),
                finding.item().name(),
                finding.rule().name(),
                Objects.requireNonNullElse(finding.ruleId(), ""));
    }

    private static String unescaped(String field) {
        return ESCAPE.matcher(field)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "t" -> "\t";
                            case "n" -> "\n";
                            case "r" -> "\r";
                            default -> "\\";
                        }));
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tabs and line ends inside a note would shift the columns; they are written as visible escapes. */
    private static String field(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
