package fledge.base;

import fledge.kernel.StatusMoved;
import java.util.Map;

/** A recognition went from one state to another. */
public record RecognitionMoved(
        Subject subject,
        RecognitionAction way,
        RecognitionStatus from,
        RecognitionStatus to,
        String why,
        Map<String, String> details)
        implements StatusMoved {

    public RecognitionMoved {
        details = Map.copyOf(details);
    }

    @Override
    public String machine() {
        return "Recognition";
    }
}
