/** How a closed return is put right: amendments with their impact, approval, scope and expiry. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attachment",
            "attachment :: web",
            "calendar",
            "identity",
            "programme",
            "programme :: rules",
            "monitoring",
            "ui"
        })
package fledge.amendment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
