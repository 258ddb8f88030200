/** On which days the calendar reminds, and how a calendar file is written. */
@NullMarked
package fledge.reminder.rules;

import org.jspecify.annotations.NullMarked;
