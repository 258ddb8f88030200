/** Counting working days, from the dates alone. */
@NullMarked
@NamedInterface("rules")
package fledge.calendar.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
