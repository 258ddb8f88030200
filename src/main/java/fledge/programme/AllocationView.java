package fledge.programme;

import fledge.programme.rules.Apportionment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The split of an indicator's target among units and years, with what it must add up to. Parts are what a unit adds in a year,
 * in the base unit of the indicator's value measure.
 */
public record AllocationView(
        UUID indicatorId,
        @Nullable UUID planId,
        int version,
        AllocationStatus status,
        @Nullable String documentNo,
        @Nullable UUID draftedBy,
        @Nullable Instant issuedAt,
        @Nullable UUID issuedBy,
        List<UUID> units,
        List<Integer> years,
        List<Part> parts,
        List<Whole> wholes) {

    public AllocationView {
        units = List.copyOf(units);
        years = List.copyOf(years);
        parts = List.copyOf(parts);
        wholes = List.copyOf(wholes);
    }

    /** What one unit carries in one year; no value yet is not zero. */
    public record Part(UUID unitId, int year, @Nullable BigDecimal value) {}

    /** What parts must add up to: those of one year, or all up to and including it. */
    public record Whole(int year, BigDecimal target, boolean cumulative) {}

    public boolean isIssued() {
        return status == AllocationStatus.ISSUED;
    }

    public Optional<BigDecimal> value(UUID unitId, int year) {
        return parts.stream()
                .filter(part -> part.unitId().equals(unitId) && part.year() == year)
                .map(Part::value)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The sum of a year's parts. */
    public BigDecimal sumIn(int year) {
        return parts.stream()
                .filter(part -> part.year() == year)
                .map(Part::value)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the parts have come to. */
    public BigDecimal sum(Whole whole) {
        return values(whole).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a unit carries in all years together. */
    public BigDecimal sumOf(UUID unitId) {
        return parts.stream()
                .filter(part -> part.unitId().equals(unitId))
                .map(Part::value)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is left to give (positive) or was given too much (negative). */
    public BigDecimal residual(Whole whole) {
        return Apportionment.residual(whole.target(), values(whole));
    }

    /** Whether every whole is met exactly. */
    public boolean closes() {
        return !wholes.isEmpty()
                && wholes.stream().allMatch(whole -> residual(whole).signum() == 0);
    }

    List<BigDecimal> values(Whole whole) {
        return parts.stream()
                .filter(part -> whole.cumulative() ? part.year() <= whole.year() : part.year() == whole.year())
                .map(Part::value)
                .filter(Objects::nonNull)
                .toList();
    }
}
