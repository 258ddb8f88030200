package fledge.base;

import fledge.kernel.Labelled;
import fledge.kernel.Measure;

/** Of what a base promises or reaches a number, and the measure in which pages show it. */
public enum ResultTopic implements Labelled {
    ENTERPRISES(Measure.HOUSEHOLDS),
    JOBS(Measure.PERSONS),
    PATENTS(Measure.COUNT),
    CONTRACT_TURNOVER(Measure.CNY_WAN),
    OUTPUT(Measure.CNY_YI),
    TALENTS(Measure.PERSONS),
    PROJECTS(Measure.COUNT),
    INCUBATORS(Measure.COUNT),
    FLOOR_AREA(Measure.WAN_M2),
    INVESTMENT(Measure.CNY_YI);

    private final Measure measure;

    ResultTopic(Measure measure) {
        this.measure = measure;
    }

    public Measure measure() {
        return measure;
    }

    @Override
    public String labelKey() {
        return "base.topic." + name();
    }
}
