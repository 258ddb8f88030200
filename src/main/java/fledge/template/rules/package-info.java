/** What a form asks in a period, and what its head must say before anybody is asked. */
@NullMarked
@NamedInterface("rules")
package fledge.template.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
