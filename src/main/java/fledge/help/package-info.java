/** How to do one's job in the portal: help pages written as plain text, in both languages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "ui"})
package fledge.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
