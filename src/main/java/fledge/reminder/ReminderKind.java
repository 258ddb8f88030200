package fledge.reminder;

import fledge.kernel.Labelled;

/** Why somebody was reminded: an official pressed the button, or the calendar said so. */
public enum ReminderKind implements Labelled {
    BY_HAND,
    BEFORE_DUE,
    ON_DUE,
    AFTER_DUE;

    @Override
    public String labelKey() {
        return "reminder.kind." + name();
    }
}
