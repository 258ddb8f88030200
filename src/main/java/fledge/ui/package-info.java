/** What every page shares: the shell, navigation, worklist, refusals and error pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "access"})
package fledge.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
