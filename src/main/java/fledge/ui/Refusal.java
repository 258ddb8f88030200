package fledge.ui;

import fledge.kernel.Reason;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** A refused form on its way back to its page: the reasons, and everything that was typed. */
record Refusal(List<Reason> reasons, Map<String, String[]> typed) implements Serializable {

    static final String KEY = "refusal";
}
