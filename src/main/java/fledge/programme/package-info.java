/** What a city promised: its programmes, their indicators and targets, and who answers for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "ui"})
package fledge.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
