package fledge.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One figure as another system sends it.
 *
 * @param indicator the indicator's code
 * @param item which of its figures; the only one it has, if null
 * @param value as it would be typed; null leaves the figure as it is, an empty text empties it
 * @param note null leaves the note as it is
 * @param version the edition of the figure that the sender saw; null writes whatever is there
 */
public record SentValue(
        String indicator,
        @Nullable String item,
        @Nullable String value,
        @Nullable String note,
        @Nullable Integer version) {}
