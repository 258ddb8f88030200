package fledge.enterprise;

import fledge.kernel.StatusMoved;
import java.util.Map;
import java.util.TreeMap;

/** An import was read, refused, confirmed, halted, finished or discarded; what it did to each enterprise has entries of its own. */
public record EnterpriseImportMoved(ImportView moved, ImportAction way, ImportStatus from) implements StatusMoved {

    @Override
    public Subject subject() {
        return new Subject("enterprise-import", moved.id(), moved.fileName());
    }

    @Override
    public String machine() {
        return "EnterpriseImport";
    }

    @Override
    public ImportStatus to() {
        return way.to();
    }

    @Override
    public Map<String, ?> details() {
        var details = new TreeMap<String, Object>();
        moved.counts().forEach((verdict, number) -> details.put("rows" + verdict, number));
        details.put("sha256", moved.sha256());
        return details;
    }
}
