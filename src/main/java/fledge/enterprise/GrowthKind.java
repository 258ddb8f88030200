package fledge.enterprise;

import fledge.kernel.Labelled;

/** The steps of growth that programmes count: 个转企, 小升规, 规改股, 股上市. */
public enum GrowthKind implements Labelled {
    HOUSEHOLD_TO_COMPANY,
    ABOVE_SCALE,
    SHAREHOLDING_REFORM,
    LISTING;

    @Override
    public String labelKey() {
        return "enterprise.growth." + name();
    }
}
