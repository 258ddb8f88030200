/** Report templates: under whose authority a form is sent out, what it asks how often, and from when each version holds. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "programme", "programme :: rules", "ui"})
package fledge.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
