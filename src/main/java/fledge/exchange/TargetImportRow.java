package fledge.exchange;

import fledge.apportionment.LineView;
import fledge.apportionment.SplitView;
import fledge.kernel.Reason;
import fledge.sheets.CellPosition;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a handed-in decomposition beside the number it is meant for.
 *
 * @param line what it is meant for; null where the decomposition has no such unit or period
 * @param denominator whether it is the denominator of a ratio
 * @param typed what stands in the workbook
 * @param now in base units, as {@code then}: what the line would carry
 * @param faults why it cannot be written
 */
public record TargetImportRow(
        String sheet,
        CellPosition cell,
        SplitView split,
        @Nullable LineView line,
        boolean denominator,
        String typed,
        @Nullable BigDecimal now,
        @Nullable BigDecimal then,
        ImportVerdict verdict,
        List<Reason> faults) {}
