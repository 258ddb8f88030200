package fledge.reminder.rules;

/**
 * On which working days the calendar reminds of what is not done (workflows §1, clock "reminder").
 *
 * <p>Five working days before the last day, on the last day, and then after every third working day. Example: with a last day
 * of Wednesday 2026-07-15 it reminds on 2026-07-08, on 2026-07-15, on 2026-07-20 (the third working day after) and on
 * 2026-07-23.
 */
public final class ReminderDays {

    static final int BEFORE = 5;
    static final int EACH = 3;

    private ReminderDays() {}

    /** What the calendar says on a day. */
    public enum Call {
        NONE,
        BEFORE_DUE,
        ON_DUE,
        AFTER_DUE
    }

    /**
     * What it says today: by the working days from today up to the last day, negative when the last day lies behind, and only
     * on a day that is worked, save on the last day itself.
     */
    public static Call on(int workingDaysLeft, boolean isLastDay, boolean isWorkingDay) {
        if (isLastDay) {
            return Call.ON_DUE;
        }
        if (!isWorkingDay) {
            return Call.NONE;
        }
        if (workingDaysLeft == BEFORE) {
            return Call.BEFORE_DUE;
        }
        return workingDaysLeft < 0 && -workingDaysLeft % EACH == 0 ? Call.AFTER_DUE : Call.NONE;
    }
}
