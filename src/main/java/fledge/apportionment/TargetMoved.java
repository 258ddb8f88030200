package fledge.apportionment;

import fledge.kernel.AuditedEvent;
import fledge.kernel.Labelled;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A target set, one of its lines or an amendment went from one state to another. */
public record TargetMoved(
        Subject subject, String machine, Labelled way, Labelled from, Labelled to, String why, Map<String, ?> details)
        implements AuditedEvent {

    @Override
    public Map<String, ?> before() {
        return Map.of("status", from.toString());
    }

    @Override
    public Map<String, ?> after() {
        var after = new TreeMap<String, Object>(details);
        after.put("status", to.toString());
        return after;
    }

    @Override
    public @Nullable String reason() {
        return why.isEmpty() ? null : why;
    }

    /** Each way has a name of its own in the trail: TargetSet.ISSUE, TargetLine.COUNTER … */
    @Override
    public String action() {
        return machine + "." + way;
    }
}
