/** What was counted: quarterly returns, their signatures and review, and progress against the targets. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "apportionment",
            "attachment",
            "attachment :: web",
            "calendar",
            "calendar :: rules",
            "identity",
            "programme",
            "programme :: rules",
            "template",
            "template :: rules",
            "ui"
        })
package fledge.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
