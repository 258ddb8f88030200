package fledge.enterprise;

import fledge.kernel.Labelled;
import fledge.kernel.Reason;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is wrong with a cell of a row, or how a row differs from the register.
 *
 * @param number of the row; 0 is the file itself
 * @param field of the form that says the same
 * @param was what the register says; empty where a cell is wrong
 * @param found what the cell says
 * @param key of the sentence that says what is wrong; empty for a difference
 * @param args of the sentence, or the year that a different figure is of
 */
public record ImportFinding(int number, String field, String was, String found, String key, List<String> args) {

    /** Before an argument that is the key of a name, a number, or a text. */
    private static final String NAMED = "#";

    private static final String NUMBER = "=";
    private static final String TEXT = "'";

    public ImportFinding {
        args = List.copyOf(args);
    }

    /** A name that was kept by its key. */
    private record Named(String labelKey) implements Labelled {}

    static ImportFinding fault(int number, String found, Reason reason) {
        String field = reason.field();
        return new ImportFinding(
                number,
                field == null ? "" : field,
                "",
                found,
                reason.key(),
                reason.args().stream().map(ImportFinding::kept).toList());
    }

    static ImportFinding difference(int number, String field, String was, String found, String... year) {
        return new ImportFinding(number, field, was, found, "", List.of(year));
    }

    private static String kept(Serializable argument) {
        return switch (argument) {
            case Labelled labelled -> NAMED + labelled.labelKey();
            case Number number -> NUMBER + number;
            default -> TEXT + argument;
        };
    }

    private static Serializable meant(String kept) {
        String said = kept.substring(1);
        return kept.startsWith(NAMED) ? new Named(said) : kept.startsWith(NUMBER) ? new BigDecimal(said) : said;
    }

    public boolean isFault() {
        return !key.isEmpty();
    }

    /** What is wrong, to be said in the reader's language. */
    public Reason reason() {
        return new Reason(null, key, args.stream().map(ImportFinding::meant).toList());
    }
}
