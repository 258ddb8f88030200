package fledge.amendment;

import fledge.kernel.StatusMoved;
import java.util.Map;

/** An amendment went from one state to another. */
public record AmendmentMoved(
        Subject subject,
        AmendmentAction way,
        AmendmentStatus from,
        AmendmentStatus to,
        String why,
        Map<String, String> details)
        implements StatusMoved {

    @Override
    public String machine() {
        return "Amendment";
    }
}
