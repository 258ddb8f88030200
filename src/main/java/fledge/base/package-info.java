/** Where the programme happens: the register of bases with what each promised, what was recognised, and what documents contradict. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "identity", "ui"})
package fledge.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
