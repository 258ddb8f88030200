package fledge.monitoring.web;

import org.jspecify.annotations.Nullable;

/** A cell of the entry grid, as {@code ui/grid} draws it. */
record Cell(
        String id,
        String name,
        String label,
        String url,
        int version,
        String text,
        boolean locked,
        @Nullable String state,
        @Nullable String message) {}
