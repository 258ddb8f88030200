/** The arithmetic of reporting: what an official typed, what is odd about a return, how far along an indicator is. */
@NullMarked
@NamedInterface("rules")
package fledge.monitoring.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
