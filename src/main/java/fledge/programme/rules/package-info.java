/** The arithmetic of a programme: what an indicator's formula measures, and whether its goal is reached. */
@NullMarked
@NamedInterface("rules")
package fledge.programme.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
