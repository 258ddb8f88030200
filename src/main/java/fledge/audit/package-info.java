/** The trail of who did what: one chain of entries for each city, written with the deed and never changed after it. */
@NullMarked
@ApplicationModule(allowedDependencies = "ui")
package fledge.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
