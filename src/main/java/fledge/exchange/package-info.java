/** Figures that come from elsewhere: a return or a decomposition as a workbook and back, and values that other systems send. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "apportionment",
            "apportionment :: rules",
            "identity",
            "programme",
            "programme :: rules",
            "monitoring",
            "monitoring :: rules",
            "sheets",
            "template",
            "template :: rules",
            "ui"
        })
package fledge.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
