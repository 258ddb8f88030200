/** What waits for people reaches them by mail (邮件提醒): through a queue, as they wish, never with a figure. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "amendment",
            "apportionment",
            "calendar",
            "identity",
            "monitoring",
            "programme",
            "reminder",
            "ui"
        })
package fledge.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
