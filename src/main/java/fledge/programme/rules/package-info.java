/** The arithmetic of a programme: what an indicator's formula measures, whether its goal is reached, how a goal is split. */
@NullMarked
@NamedInterface("rules")
package fledge.programme.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
