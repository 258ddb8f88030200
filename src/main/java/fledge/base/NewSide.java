package fledge.base;

import java.math.BigDecimal;

/** A printed value in square metres or yuan, how it is put where it is more than a number, and where it stands. */
public record NewSide(BigDecimal value, String wording, Source source) {}
