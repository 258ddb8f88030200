package fledge.apportionment;

import fledge.kernel.Labelled;
import fledge.kernel.StatusMoved;
import java.util.Map;

/** A target set, one of its lines or an amendment went from one state to another. */
public record TargetMoved(
        Subject subject, String machine, Labelled way, Labelled from, Labelled to, String why, Map<String, ?> details)
        implements StatusMoved {}
