/** Workbooks: somebody's opened under limits, a template written and sealed, a file handed back with remarks in its cells. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fledge.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
