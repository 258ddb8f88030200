package fledge.base;

import fledge.kernel.Labelled;
import fledge.kernel.Measure;

/** A number of a base of which documents may print two values, and the measure in which pages show it. */
public enum BaseField implements Labelled {
    LAND("land", Measure.M2),
    FLOOR("floor", Measure.WAN_M2),
    FLOOR_DONE("floorDone", Measure.WAN_M2),
    INVESTMENT_TOTAL("investmentTotal", Measure.CNY_YI),
    INVESTMENT_DONE("investmentDone", Measure.CNY_YI);

    private final String input;
    private final Measure measure;

    BaseField(String input, Measure measure) {
        this.input = input;
        this.measure = measure;
    }

    /** The field of a form in which it is typed. */
    public String input() {
        return input;
    }

    public Measure measure() {
        return measure;
    }

    @Override
    public String labelKey() {
        return "base.input." + input;
    }
}
