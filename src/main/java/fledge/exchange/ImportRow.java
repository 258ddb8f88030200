package fledge.exchange;

import fledge.kernel.Reason;
import fledge.monitoring.LineContent;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.rules.Finding;
import fledge.sheets.CellPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a handed-in workbook beside the cell of the return it is meant for.
 *
 * @param line the cell as it is now; null where the return asks for no such figure
 * @param typed what stands in the workbook
 * @param then what the cell would hold
 * @param faults why it cannot be written
 * @param findings what the checks would say of it
 */
public record ImportRow(
        CellPosition cell,
        String key,
        ReturnSheet.@Nullable Line line,
        String typed,
        LineContent then,
        ImportVerdict verdict,
        List<Reason> faults,
        List<Finding> findings) {

    /** As counted on the edge of the sheet. */
    public int number() {
        return cell.row() + 1;
    }
}
