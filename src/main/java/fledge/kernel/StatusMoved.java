package fledge.kernel;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An object went by one way of its machine from one state to another; the trail keeps both, and what was told beside them. */
public interface StatusMoved extends AuditedEvent {

    /** The machine's name in the trail, where each way stands behind it: Return.CERTIFY, TargetLine.COUNTER … */
    String machine();

    Labelled way();

    Labelled from();

    Labelled to();

    /** Why, in the words of the person who acted; empty where nobody is asked. */
    default String why() {
        return "";
    }

    /** What is told beside the state. */
    default Map<String, ?> details() {
        return Map.of();
    }

    @Override
    default Map<String, ?> before() {
        return Map.of("status", from().toString());
    }

    @Override
    default Map<String, ?> after() {
        var after = new TreeMap<String, Object>(details());
        after.put("status", to().toString());
        return after;
    }

    @Override
    default @Nullable String reason() {
        return why().isEmpty() ? null : why();
    }

    @Override
    default String action() {
        return machine() + "." + way();
    }
}
