/** Where the programme happens: the register of bases with what each promised, who resides there, what was recognised, and what documents contradict. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "attachment",
            "attachment :: web",
            "calendar",
            "enterprise",
            "enterprise :: rules",
            "identity",
            "monitoring",
            "programme",
            "programme :: rules",
            "ui"
        })
package fledge.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
