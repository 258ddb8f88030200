package fledge.sheets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the rows of a CSV file (RFC 4180; separated by commas or by tabs). Its text is UTF-8, with or without a mark, or else GB18030,
 * which is what Excel writes in China; bytes that are neither are refused, never guessed.
 */
final class DelimitedReading {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_CELL = 32_767;
    private static final char MARK = '\ufeff';

    private final WorkbookLimits limits;
    private final WorkbookWorker.Deadline deadline;
    private final Consumer<TableRow> rows;

    private List<CellText> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int number = 1;

    DelimitedReading(WorkbookLimits limits, WorkbookWorker.Deadline deadline, Consumer<TableRow> rows) {
        this.limits = limits;
        this.deadline = deadline;
        this.rows = rows;
    }

    void read(byte[] file) {
        CharBuffer text = text(file);
        char separator = separator(text);
        int opened = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean quote = c == '"';
            if (quoted && quote && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                put('"');
                at++;
            } else if (quoted) {
                quoted = !quote;
                if (!quote) {
                    put(c);
                }
            } else if (quote && cell.isEmpty()) {
                quoted = true;
                opened = number;
            } else if (c == separator) {
                endCell();
            } else if (c == '\n' || c == '\r') {
                at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
                endRow();
            } else {
                put(c);
            }
        }
        if (quoted) {
            throw new WorkbookRefused("quote", opened);
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
    }

    private static CharBuffer text(byte[] file) {
        CharBuffer text = decoded(file, StandardCharsets.UTF_8)
                .or(() -> decoded(file, GB18030))
                .orElseThrow(() -> new WorkbookRefused("encoding"));
        if (text.chars().anyMatch(c -> c == 0)) {
            throw new WorkbookRefused("no-table");
        }
        boolean marked = text.length() > 0 && text.charAt(0) == MARK;
        return marked ? text.subSequence(1, text.length()) : text;
    }

    private static Optional<CharBuffer> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(strict(charset).decode(ByteBuffer.wrap(file)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** A tab, if the first line with any has one and no comma. */
    private static char separator(CharBuffer text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == ',' || text.charAt(at) == '\t') {
                return text.charAt(at);
            }
        }
        return ',';
    }

    private void put(char c) {
        if (cell.length() >= LONGEST_CELL) {
            throw new WorkbookRefused("cell", number, LONGEST_CELL);
        }
        cell.append(c);
    }

    private void endCell() {
        if (row.size() >= limits.columns()) {
            throw new WorkbookRefused("columns", "CSV", limits.columns());
        }
        row.add(SheetReading.ofText(cell.toString()));
        cell.setLength(0);
    }

    private void endRow() {
        deadline.check();
        if (number > limits.rows()) {
            throw new WorkbookRefused("rows", "CSV", limits.rows());
        }
        endCell();
        rows.accept(new TableRow(number++, row));
        row = new ArrayList<>();
    }
}
