package fledge.programme.rules;

import java.util.List;

/** What a formula makes of the figures, before any goal is looked at. */
sealed interface Reading {

    /** A result that stands for the programme up to the end of that year; not complete while the year is under way. */
    record Measured(Exact result, int year, boolean complete) implements Reading {}

    /** No result, and why. */
    record Unmeasured(Verdict verdict, Obstacle obstacle, List<Integer> missing) implements Reading {}

    static Unmeasured notComputable(Obstacle obstacle) {
        return new Unmeasured(Verdict.NOT_COMPUTABLE, obstacle, List.of());
    }

    static Unmeasured missing(int year) {
        return new Unmeasured(Verdict.NOT_COMPUTABLE, Obstacle.YEARS_MISSING, List.of(year));
    }
}
