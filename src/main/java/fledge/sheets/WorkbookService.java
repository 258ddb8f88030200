package fledge.sheets;

import fledge.kernel.RuleRefused;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Reads, writes and remarks workbooks. Whatever is handed in is opened on a worker with a time limit, and only as far as its
 * limits allow; a refusal is a {@link RuleRefused} at the field {@value #FIELD}.
 */
@Service
public class WorkbookService {

    /** The form field a refused file was chosen in. */
    public static final String FIELD = "file";

    /** What is only long, and not made to be slow, takes seconds. */
    private static final Duration LONGEST_TABLE = Duration.ofMinutes(10);

    private final WorkbookWorker worker;
    private final IdentitySeal seal;

    WorkbookService(WorkbookWorker worker, IdentitySeal seal) {
        this.worker = worker;
        this.seal = seal;
    }

    /** What the workbook says. */
    public WorkbookContent read(byte[] file, WorkbookLimits limits) {
        OfficeKind.WORKBOOK.check(file, limits);
        return worker.within(deadline -> new WorkbookReading(limits, seal, deadline).read(file));
    }

    /**
     * Hands on the rows of a file of rows one by one: of the first sheet of a workbook, or of a CSV file. Nothing is kept, so that
     * the file may be as long as its limits say. It runs where it is called: for a job, or to look at the first rows.
     */
    public void rows(byte[] file, WorkbookLimits limits, Consumer<TableRow> rows) {
        var deadline = WorkbookWorker.Deadline.in(LONGEST_TABLE);
        if (OfficeGate.isContainer(file)) {
            OfficeKind.WORKBOOK.check(file, limits);
            new WorkbookReading(limits, seal, deadline).rows(file, rows);
        } else {
            OfficeGate.checkSize(file, limits);
            new DelimitedReading(limits, deadline, rows).read(file);
        }
    }

    /** The file of a table, with the rows that {@code source} hands to its taker. */
    public byte[] write(TableTemplate template, Consumer<Consumer<List<String>>> source) {
        return new TableWriting(template).write(source);
    }

    /** The file of a template. */
    public byte[] write(WorkbookTemplate template) {
        return new TemplateWriting(template, seal).write();
    }

    /** The same file with the remarks in it; every sheet and cell without a remark stays as it is. */
    public byte[] remark(byte[] file, WorkbookLimits limits, List<CellRemark> remarks) {
        OfficeKind.WORKBOOK.check(file, limits);
        return worker.within(deadline -> {
            // Counted before the whole of it is built in memory.
            new WorkbookReading(limits, seal, deadline).read(file);
            return new Remarking(remarks).apply(file);
        });
    }
}
