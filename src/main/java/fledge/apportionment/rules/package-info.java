/** The arithmetic of splitting a target: exact parts, what they come to, and whether that will do. */
@NullMarked
@NamedInterface("rules")
package fledge.apportionment.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
