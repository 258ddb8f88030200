package fledge.monitoring.rules;

import fledge.kernel.Reason;
import java.math.BigDecimal;

/** What became of something typed into a number cell. */
public sealed interface Entry {

    /** A number, in the base unit it is stored in and in the cell's own measure, to be shown back before saving. */
    record Understood(BigDecimal inBase, BigDecimal inMeasure) implements Entry {}

    /** Nothing was typed: absent, not zero. */
    record Blank() implements Entry {}

    /** Not a number, or one that could mean two things. */
    record Refused(Reason reason) implements Entry {}
}
