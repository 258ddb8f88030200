/** The demonstration: five cities with their documents' programmes, invented people, and a sample programme in its third year. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "apportionment",
            "counting",
            "calendar",
            "amendment",
            "enterprise",
            "enterprise :: rules",
            "representative",
            "base",
            "base :: rules",
            "identity",
            "mail",
            "programme",
            "programme :: rules",
            "monitoring",
            "monitoring :: rules",
            "reminder",
            "sheets",
            "template",
            "template :: rules"
        })
package fledge.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
