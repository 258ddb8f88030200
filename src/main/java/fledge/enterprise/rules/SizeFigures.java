package fledge.enterprise.rules;

import org.jspecify.annotations.Nullable;

/** A year's figures of an enterprise, as far as they are known: persons, and revenue and assets in fen. */
public record SizeFigures(
        @Nullable Long employees,
        @Nullable Long revenueFen,
        @Nullable Long assetsFen) {

    /** The figure of that metric; null where it is not known. */
    public @Nullable Long of(SizeMetric metric) {
        return switch (metric) {
            case EMPLOYEES -> employees;
            case REVENUE -> revenueFen;
            case ASSETS -> assetsFen;
        };
    }
}
