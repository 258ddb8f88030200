/** Who people are, which unit they act for, and how they prove it: units, accounts, appointments and the sign-in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "access", "ui"})
package fledge.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
