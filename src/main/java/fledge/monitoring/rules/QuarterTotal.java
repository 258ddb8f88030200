package fledge.monitoring.rules;

import fledge.kernel.Quarter;
import fledge.programme.rules.Item;
import java.math.BigDecimal;

/** The sum over units of one item in one quarter, and how many units are in it. */
public record QuarterTotal(Item item, Quarter quarter, BigDecimal value, int units) {}
