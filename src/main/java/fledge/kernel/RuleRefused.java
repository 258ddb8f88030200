package fledge.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** A rule says no; the page the form was on says why. */
public class RuleRefused extends RuntimeException {

    private final List<Reason> reasons;

    public RuleRefused(List<Reason> reasons) {
        super(reasons.stream().map(Reason::key).collect(Collectors.joining(", ")));
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A refusal needs a reason");
        }
        this.reasons = List.copyOf(reasons);
    }

    public RuleRefused(Reason reason) {
        this(List.of(reason));
    }

    /** Refuses if there is any reason to. */
    public static void ifAny(List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw new RuleRefused(reasons);
        }
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
