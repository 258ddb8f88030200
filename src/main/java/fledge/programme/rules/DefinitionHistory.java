package fledge.programme.rules;

import fledge.kernel.Quarter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The definitions an indicator has had (口径沿革), the oldest first: which one holds in a quarter, where the series breaks, and
 * what a past quarter is on a later basis.
 *
 * <p>Figures of two definitions are never compared as they stand. A quarter is put on a later basis only by the bridge row that
 * was entered for it (旧口径 / 新口径); without one it cannot be compared. A bridge spans one change, not two. Example: version 2
 * holds from 2025Q1, and the bridge says that 2024Q4 is 580 on the new basis where 560 was reported: 2025Q4's 609 is 5 % above
 * 2024Q4's 580. Clauses: B3; seed 002 “统计口径不一致”.
 */
public record DefinitionHistory(List<Basis> bases) {

    /** Of an indicator whose definition never changed. */
    public static final DefinitionHistory UNCHANGED = new DefinitionHistory(List.of());

    /** A definition: its number, its first quarter (the first has none), and past quarters in its terms. */
    public record Basis(int number, @Nullable Quarter from, Map<Quarter, BigDecimal> bridged) {

        public Basis {
            bridged = Map.copyOf(bridged);
        }

        boolean holdsIn(Quarter quarter) {
            return from == null || from.compareTo(quarter) <= 0;
        }
    }

    public DefinitionHistory {
        bases = bases.stream().sorted(Comparator.comparingInt(Basis::number)).toList();
    }

    /** As it was known in a quarter: what changed later is not part of it. */
    public DefinitionHistory until(Quarter quarter) {
        return new DefinitionHistory(
                bases.stream().filter(basis -> basis.holdsIn(quarter)).toList());
    }

    /** The number of the definition that holds in a quarter; 1 unless one was approved for it. */
    public int numberIn(Quarter quarter) {
        return bases.stream()
                .filter(basis -> basis.holdsIn(quarter))
                .mapToInt(Basis::number)
                .max()
                .orElse(1);
    }

    /** Whether figures of two quarters count the same and can be compared as they stand. */
    public boolean isOneBasis(Quarter one, Quarter other) {
        return numberIn(one) == numberIn(other);
    }

    /** The first quarters of new definitions after one quarter, up to and including another. */
    public List<Quarter> breaks(Quarter after, Quarter upTo) {
        List<Quarter> breaks = new ArrayList<>();
        for (Basis basis : bases) {
            Quarter from = basis.from();
            if (from != null && from.compareTo(after) > 0 && from.compareTo(upTo) <= 0) {
                breaks.add(from);
            }
        }
        return breaks;
    }

    /** The figure of a quarter in the terms of another one's definition; null where no bridge leads there. */
    public @Nullable BigDecimal onBasisOf(Quarter basis, Quarter quarter, @Nullable BigDecimal reported) {
        if (isOneBasis(basis, quarter)) {
            return reported;
        }
        int wanted = numberIn(basis);
        return bases.stream()
                .filter(candidate -> candidate.number() == wanted)
                .map(candidate -> candidate.bridged().get(quarter))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether the definition changed after the first quarter of one year, up to the end of another. */
    boolean isBroken(int fromYear, int toYear) {
        return !breaks(new Quarter(fromYear, 1), new Quarter(toYear, 4)).isEmpty();
    }

    /**
     * The year before in the terms of a year, where the definition changed with that year's first quarter and every quarter is
     * bridged; null otherwise.
     */
    public @Nullable YearFigure yearBeforeOnBasisOf(int year, Accumulation accumulation) {
        Quarter first = new Quarter(year, 1);
        if (!breaks(new Quarter(year - 1, 1), new Quarter(year, 4)).equals(List.of(first))) {
            return null;
        }
        Map<Integer, BigDecimal> quarters = new TreeMap<>();
        for (int number = 1; number <= 4; number++) {
            BigDecimal bridged = onBasisOf(first, new Quarter(year - 1, number), null);
            if (bridged != null) {
                quarters.put(number, bridged);
            }
        }
        YearFigure figure = accumulation.ofQuarters(quarters);
        return figure == null || !figure.complete() ? null : figure;
    }
}
