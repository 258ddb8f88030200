package fledge.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a certifier signs, as text: one line for each cell in the return's order, fields separated by tabs, so that it can be
 * hashed byte for byte, compared, and read by eye in twenty years.
 */
record SignedContent(String text, String hash) {

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
