/** Who is late hears of it: reminders (催报) by hand and by the calendar. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "identity", "monitoring", "ui"})
package fledge.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
