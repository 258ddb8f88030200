package fledge.programme;

import fledge.kernel.Quarter;
import java.math.BigDecimal;

/** A past quarter on the old and on the new basis: in the base unit of the reported values, a ratio in the measure of its target. */
public record BridgedQuarter(Quarter quarter, BigDecimal oldValue, BigDecimal newValue) {}
