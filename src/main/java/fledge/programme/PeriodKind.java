package fledge.programme;

import fledge.kernel.Labelled;

/** What span a printed figure covers. */
public enum PeriodKind implements Labelled {
    YEAR,
    YEAR_END,
    CUMULATIVE,
    PLAN_YEAR;

    @Override
    public String labelKey() {
        return "programme.period-kind." + name();
    }
}
