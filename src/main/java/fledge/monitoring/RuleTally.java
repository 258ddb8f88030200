package fledge.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What became of a rule's hits in one period: how many there were, and how many were explained, accepted and doubted. */
public record RuleTally(int number, int period, long hits, long explained, long accepted, long doubted) {

    private static final long ENOUGH = 5;

    RuleTally plus(RuleTally other) {
        return new RuleTally(
                number,
                Math.max(period, other.period),
                hits + other.hits,
                explained + other.explained,
                accepted + other.accepted,
                doubted + other.doubted);
    }

    /** Of the explanations that were judged, so many in a hundred were accepted; nothing was judged without a number. */
    public @Nullable BigDecimal acceptance() {
        long judged = accepted + doubted;
        return judged == 0
                ? null
                : BigDecimal.valueOf(accepted * 100).divide(BigDecimal.valueOf(judged), 2, RoundingMode.HALF_UP);
    }

    /** Enough was judged and nearly nothing doubted: the rule costs words and finds nothing. */
    public boolean isTooWide() {
        long judged = accepted + doubted;
        return judged >= ENOUGH && doubted * 20 <= judged;
    }
}
