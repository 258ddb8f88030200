/** The arithmetic of the register of bases: areas, totals of what is known, and what a second printed value means. */
@NullMarked
@NamedInterface("rules")
package fledge.base.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
