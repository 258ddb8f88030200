/** Who carries what of a promise: target sets, their lines, the consultation about them, and how issued ones are amended. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "programme", "programme :: rules", "calendar", "ui"})
package fledge.apportionment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
