package fledge.audit.rules;

import fledge.kernel.Quarter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one spelling for one value: keys sorted, no blanks, only the escapes JSON demands, whole numbers as numbers, every other
 * number, id, date and constant as text. It is written once and from then on treated as bytes.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The text of a map, list or value; floating-point numbers and objects of unknown kinds are refused. */
    public static String of(@Nullable Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Boolean bool -> text.append(bool);
            case Byte number -> text.append(number);
            case Short number -> text.append(number);
            case Integer number -> text.append(number);
            case Long number -> text.append(number);
            case BigInteger number -> text.append(number);
            case BigDecimal number -> quote(number.toPlainString(), text);
            case CharSequence sequence -> quote(sequence, text);
            case Enum<?> constant -> quote(constant.name(), text);
            case UUID id -> quote(id.toString(), text);
            case TemporalAccessor time -> quote(time.toString(), text);
            case TemporalAmount amount -> quote(amount.toString(), text);
            case Quarter quarter -> quote(quarter.code(), text);
            case Map<?, ?> map -> writeMap(map, text);
            case Collection<?> items -> writeList(items, text);
            default ->
                throw new IllegalArgumentException(
                        "An audited value is a text, whole number, decimal, boolean, date, id, list or map, not a "
                                + value.getClass().getName());
        }
    }

    private static void writeMap(Map<?, ?> map, StringBuilder text) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        text.append('{');
        sorted.forEach((key, value) -> {
            separate(text, '{');
            quote(key, text);
            text.append(':');
            write(value, text);
        });
        text.append('}');
    }

    private static void writeList(Collection<?> items, StringBuilder text) {
        text.append('[');
        for (Object item : items) {
            separate(text, '[');
            write(item, text);
        }
        text.append(']');
    }

    private static void separate(StringBuilder text, char opening) {
        if (text.charAt(text.length() - 1) != opening) {
            text.append(',');
        }
    }

    private static void quote(CharSequence value, StringBuilder text) {
        text.append('"');
        int point;
        for (int at = 0; at < value.length(); at += Character.charCount(point)) {
            point = Character.codePointAt(value, at);
            quote(point, text);
        }
        text.append('"');
    }

    private static void quote(int point, StringBuilder text) {
        switch (point) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (point < 0x20 || Character.getType(point) == Character.SURROGATE) {
                    text.append("\\u%04x".formatted(point));
                } else {
                    text.appendCodePoint(point);
                }
            }
        }
    }
}
