/** Reminders on the pages of rounds, returns and the desk. */
@NullMarked
package fledge.reminder.web;

import org.jspecify.annotations.NullMarked;
