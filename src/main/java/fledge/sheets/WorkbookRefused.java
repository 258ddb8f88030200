package fledge.sheets;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.io.Serializable;

/** A workbook is not opened any further. */
final class WorkbookRefused extends RuleRefused {

    WorkbookRefused(String why, Serializable... args) {
        super(Reason.on(WorkbookService.FIELD, "sheets.refused." + why, args));
    }
}
