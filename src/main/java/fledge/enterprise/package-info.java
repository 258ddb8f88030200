/** The register of the city's enterprises (企业名录): who they are, their yearly figures and size, what they were recognised as, how they grew. */
@NullMarked
@ApplicationModule(allowedDependencies = {"attachment", "attachment :: web", "identity", "sheets", "ui"})
package fledge.enterprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
