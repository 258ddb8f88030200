package fledge.monitoring;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in a cell: a number in base units or a sentence, and a note; absent is absent, never zero. */
public record LineContent(
        @Nullable BigDecimal value, @Nullable String wording, String note) {

    public static final LineContent EMPTY = new LineContent(null, null, "");

    public boolean isFilled() {
        return value != null || wording != null;
    }

    /** The same number or sentence, whatever the number's trailing zeros. */
    public boolean hasSameFigureAs(LineContent other) {
        boolean sameValue =
                value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0;
        return sameValue && Objects.equals(wording, other.wording);
    }
}
