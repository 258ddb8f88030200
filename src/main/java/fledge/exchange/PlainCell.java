package fledge.exchange;

import fledge.kernel.Reason;
import fledge.sheets.CellPosition;
import fledge.sheets.CellText;
import fledge.sheets.SheetContent;
import java.util.ArrayList;
import java.util.List;

/** What makes a cell unreadable, whatever it is meant for: it is merged, a formula, an error, a date where none is asked. */
final class PlainCell {

    private PlainCell() {}

    static List<Reason> faults(SheetContent sheet, CellPosition position, boolean isText) {
        var faults = new ArrayList<Reason>();
        sheet.mergedAt(position)
                .ifPresent(area -> faults.add(Reason.of("exchange.fault.merged", position.address(), area.address())));
        CellText content = sheet.at(position.row(), position.column());
        switch (content.kind()) {
            case FORMULA -> faults.add(Reason.of("exchange.fault.formula", position.address()));
            case ERROR -> faults.add(Reason.of("exchange.fault.error", position.address(), content.text()));
            case DATE -> {
                if (!isText) {
                    faults.add(Reason.of("exchange.fault.date", position.address(), content.text()));
                }
            }
            case BLANK, TEXT, NUMBER, BOOLEAN -> {}
        }
        return faults;
    }
}
