package fledge.base.rules;

import fledge.kernel.Labelled;

/** What a yearly assessment found (年度考核等次). */
public enum Grade implements Labelled {
    EXCELLENT,
    PASSED,
    FAILED;

    @Override
    public String labelKey() {
        return "recognition.grade." + name();
    }
}
