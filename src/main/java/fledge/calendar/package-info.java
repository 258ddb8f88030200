/** Which days are worked: the working calendar of the whole country, kept by the platform, by which every deadline is counted. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "access", "ui"})
package fledge.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
