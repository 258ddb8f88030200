package fledge.sheets;

import fledge.kernel.RuleRefused;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Reads, writes and remarks workbooks. Whatever is handed in is opened on a worker with a time limit, and only as far as its
 * limits allow; a refusal is a {@link RuleRefused} at the field {@value #FIELD}.
 */
@Service
public class WorkbookService {

    /** The form field a refused file was chosen in. */
    public static final String FIELD = "file";

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
