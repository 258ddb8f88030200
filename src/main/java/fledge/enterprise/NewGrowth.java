package fledge.enterprise;

import java.time.LocalDate;

/** A step of growth to be recorded, with what proves it. */
public record NewGrowth(GrowthKind kind, LocalDate happenedOn, String evidence) {}
