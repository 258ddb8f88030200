package fledge.demo;

import fledge.amendment.AmendmentFiles;
import fledge.base.BaseFiles;
import fledge.enterprise.EnterpriseAttachments;
import fledge.monitoring.ReturnFiles;
import fledge.monitoring.ReturnSheet;
import fledge.sheets.WorkbookService;
import fledge.sheets.WorkbookTemplate;
import fledge.sheets.WorkbookTemplate.Cell;
import fledge.sheets.WorkbookTemplate.Look;
import fledge.sheets.WorkbookTemplate.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The files that units of the demonstration hand in with their figures and amendments, and those of enterprises and bases: small workbooks of their own. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class Evidence {

    private final ReturnFiles returns;
    private final AmendmentFiles amendments;
    private final EnterpriseAttachments enterprises;
    private final BaseFiles bases;
    private final WorkbookService workbooks;

    Evidence(
            ReturnFiles returns,
            AmendmentFiles amendments,
            EnterpriseAttachments enterprises,
            BaseFiles bases,
            WorkbookService workbooks) {
        this.returns = returns;
        this.amendments = amendments;
        this.enterprises = enterprises;
        this.bases = bases;
        this.workbooks = workbooks;
    }

    /** What the figures of a return were taken from. */
    void ofReturn(UUID returnId, String name, List<ReturnSheet.Line> cells) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(Cell.of(Look.HEAD, "指标"), Cell.of(Look.HEAD, "台账数"), Cell.of(Look.HEAD, "说明")));
        for (ReturnSheet.Line cell : cells) {
            rows.add(List.of(
                    Cell.of(Look.TEXT, cell.indicator().nameZh()),
                    cell.content().value() == null
                            ? Cell.of(Look.TEXT, "")
                            : Cell.of(Look.NUMBER, cell.content().value()),
                    Cell.of(Look.TEXT, cell.content().note())));
        }
        returns.handIn(returnId, name + "（示例）.xlsx", workbook("台账", rows));
    }

    /** What shows that a figure has to be put right. */
    void ofAmendment(UUID amendmentId, String evidence, @Nullable BigDecimal value) {
        List<List<Cell>> rows = List.of(
                List.of(Cell.of(Look.HEAD, "依据"), Cell.of(Look.HEAD, "核实数")),
                List.of(Cell.of(Look.TEXT, evidence), Cell.of(Look.NUMBER, value)));
        amendments.handIn(amendmentId, "核实材料（示例）.xlsx", workbook("核实", rows));
    }

    /** What an enterprise or the office keeps on the enterprise's page. */
    void ofEnterprise(UUID enterpriseId, String name, List<String> documents) {
        enterprises.handIn(enterpriseId, name + "（示例）.xlsx", list(documents));
    }

    /** What the keeper of a base keeps on its page. */
    void ofBase(UUID baseId, String name, List<String> documents) {
        bases.handIn(baseId, name + "（示例）.xlsx", list(documents));
    }

    private byte[] list(List<String> documents) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(Cell.of(Look.HEAD, "材料"), Cell.of(Look.HEAD, "份数")));
        documents.forEach(
                document -> rows.add(List.of(Cell.of(Look.TEXT, document), Cell.of(Look.NUMBER, BigDecimal.ONE))));
        return workbook("材料", rows);
    }

    private byte[] workbook(String sheet, List<List<Cell>> rows) {
        return workbooks.write(new WorkbookTemplate(
                Map.of("kind", "evidence"), List.of(new Sheet(sheet, List.of(48, 18, 40), 1, 0, rows))));
    }
}
