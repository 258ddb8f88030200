package fledge.enterprise.rules;

import fledge.kernel.Labelled;

/** What the standard measures: persons employed; revenue and assets in fen, its bounds being printed in 万元. */
public enum SizeMetric implements Labelled {
    EMPLOYEES(1),
    REVENUE(1_000_000),
    ASSETS(1_000_000);

    private final long factor;

    SizeMetric(long factor) {
        this.factor = factor;
    }

    /** A printed bound in the unit figures are kept in: 300 万元 are 300,000,000 fen. */
    public long toBase(long printed) {
        return Math.multiplyExact(printed, factor);
    }

    public boolean isMoney() {
        return this != EMPLOYEES;
    }

    @Override
    public String labelKey() {
        return "enterprise.metric." + name();
    }
}
