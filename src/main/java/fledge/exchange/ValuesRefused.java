package fledge.exchange;

import fledge.kernel.Reason;
import java.util.List;

/** A set of values is not written, none of it; each reason names the field it belongs to. */
public class ValuesRefused extends RuntimeException {

    private final int status;
    private final List<Reason> reasons;

    public ValuesRefused(int status, List<Reason> reasons) {
        super(reasons.toString());
        this.status = status;
        this.reasons = List.copyOf(reasons);
    }

    public ValuesRefused(int status, Reason reason) {
        this(status, List.of(reason));
    }

    /** As HTTP says it. */
    public int status() {
        return status;
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
