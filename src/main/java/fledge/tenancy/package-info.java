/** Which city this request or job serves, and the wall that keeps one city's rows from another's. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package fledge.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
