/** Who may do what: the roles, the rights, and the one place that decides. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package fledge.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
