package fledge.enterprise;

import fledge.enterprise.rules.SizeClass;
import fledge.enterprise.rules.SizeFigures;
import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A year's figures of an enterprise were entered or put right, and gave it a size. */
public record FiguresRecorded(
        UUID enterpriseId, String nameZh, @Nullable Entered was, Entered is) implements AuditedEvent {

    /** The figures with the size they gave. */
    public record Entered(int year, SizeFigures figures, SizeClass size) {

        private Map<String, Object> fields() {
            var fields = new TreeMap<String, Object>();
            fields.put("year", year);
            put(fields, "employees", figures.employees());
            put(fields, "revenueFen", figures.revenueFen());
            put(fields, "assetsFen", figures.assetsFen());
            fields.put("size", size.name());
            return fields;
        }

        private static void put(Map<String, Object> fields, String name, @Nullable Long value) {
            if (value != null) {
                fields.put(name, value);
            }
        }
    }

    @Override
    public Subject subject() {
        return new Subject("enterprise", enterpriseId, nameZh);
    }

    @Override
    public Map<String, ?> before() {
        return was == null ? Map.of() : was.fields();
    }

    @Override
    public Map<String, ?> after() {
        return is.fields();
    }
}
