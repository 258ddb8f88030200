package fledge.template.rules;

import fledge.kernel.Labelled;
import fledge.kernel.Month;
import fledge.kernel.Period;
import java.time.LocalDate;

/**
 * How often something is reported (频度): a whole form by the month or the quarter, an item of it as often or more seldom.
 *
 * <p>An item is due in the period that ends with the last month of its own span: a quarterly item of a monthly form in March, June,
 * September and December, a half-yearly one in June and December (Q2 and Q4), a yearly one in December (Q4). Its figure then covers
 * the whole span, or its end where it is a stock. An item is never asked more often than its form is sent out.
 *
 * <p>Example: of a quarterly form the half-yearly items are due in 2026Q2 and 2026Q4, not in 2026Q3.
 */
public enum Frequency implements Labelled {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    /** Whether an item of this frequency is asked in that period. */
    public boolean isDueIn(Period period) {
        return period.end().getMonthValue() % months == 0;
    }

    /** Whether items of this frequency can stand in a form of that one. */
    public boolean fitsInto(Frequency form) {
        return months >= form.months;
    }

    /** How many periods of such a form lie between an item of this frequency and its last time: a year is four quarters. */
    public int stepsOf(Frequency form) {
        return months / form.months;
    }

    /** Whether a form can be sent out this often. */
    public boolean isOfForms() {
        return this == MONTH || this == QUARTER;
    }

    /** Whether a form of this frequency covers such periods. */
    public boolean covers(Period period) {
        return (this == MONTH) == (period instanceof Month);
    }

    /** The frequency of a form that covers such a period. */
    public static Frequency of(Period period) {
        return period instanceof Month ? MONTH : QUARTER;
    }

    /** The period of a form of this frequency that a day lies in. */
    public Period periodOf(LocalDate day) {
        return this == MONTH ? Month.of(day) : Month.of(day).quarter();
    }

    @Override
    public String labelKey() {
        return "template.frequency." + name();
    }
}
