package fledge.enterprise.rules;

import java.util.Optional;

/** From where on, included, a metric is that of a small, a medium and a large enterprise. */
public record SizeBounds(SizeMetric metric, long small, long medium, long large) {

    public SizeBounds {
        if (small <= 0 || medium <= small || large <= medium) {
            throw new IllegalArgumentException("bounds rise: " + small + ", " + medium + ", " + large);
        }
    }

    /** The size this metric alone would give. */
    public SizeClass reachedBy(long value) {
        return value >= large
                ? SizeClass.LARGE
                : value >= medium ? SizeClass.MEDIUM : value >= small ? SizeClass.SMALL : SizeClass.MICRO;
    }

    /** Where a size begins; micro begins nowhere. */
    public Optional<Long> floorOf(SizeClass size) {
        return switch (size) {
            case SMALL -> Optional.of(small);
            case MEDIUM -> Optional.of(medium);
            case LARGE -> Optional.of(large);
            default -> Optional.empty();
        };
    }
}
