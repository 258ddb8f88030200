package fledge.monitoring.rules;

import fledge.kernel.Labelled;
import org.jspecify.annotations.Nullable;

/** How much a finding weighs (the four classes of the national direct-reporting platform). */
public enum FindingClass implements Labelled {
    /** 强制性: the return cannot be submitted. */
    A,
    /** 准强制性: only with an explanation, which the reviewer has to accept. */
    B,
    /** 核实性: only with an explanation. */
    C,
    /** 提示性: shown, may be ignored. */
    D;

    /** Characters an explanation has at least, blanks at its ends not counted. */
    public static final int SHORTEST_EXPLANATION = 6;

    public boolean blocks() {
        return this == A;
    }

    public boolean needsExplanation() {
        return this == B || this == C;
    }

    /** Whether that text is enough for a finding of this class to pass; nothing is enough for class A. */
    public boolean isSettledBy(@Nullable String explanation) {
        return switch (this) {
            case A -> false;
            case B, C -> {
                String text = explanation == null ? "" : explanation.strip();
                yield text.codePointCount(0, text.length()) >= SHORTEST_EXPLANATION;
            }
            case D -> true;
        };
    }

    @Override
    public String labelKey() {
        return "monitoring.findingClass." + name();
    }
}
