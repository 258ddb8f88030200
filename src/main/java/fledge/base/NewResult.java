package fledge.base;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A number that a base promised or reached, in the base unit of its topic's measure; the year is null where none is printed. */
public record NewResult(
        ResultNature nature,
        ResultTopic topic,
        @Nullable Integer year,
        Precision precision,
        BigDecimal value,
        Source source) {

    /** What the number is of; a base has one number of each. */
    public record Thing(
            ResultNature nature,
            ResultTopic topic,
            @Nullable Integer year) {

        /** Promises before what was reached, by topic, what has no year first. */
        public static final Comparator<Thing> ORDER = Comparator.comparing(Thing::nature)
                .thenComparing(Thing::topic)
                .thenComparing(Thing::year, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    public Thing thing() {
        return new Thing(nature, topic, year);
    }
}
