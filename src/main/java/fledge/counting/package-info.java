/** Numbers with names: which indicators count steps of growth or recognitions, what was reported of them, and who is behind the registers' number. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"base", "enterprise", "identity", "monitoring", "programme", "programme :: rules", "ui"})
package fledge.counting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
