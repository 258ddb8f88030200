/** Files that people hand in (附件): checked, scanned, encrypted, and handed back only to whoever may see what they belong to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"sheets", "ui"})
package fledge.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
