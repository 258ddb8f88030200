package fledge.reminder.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the calendar of deadlines stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class ReminderPortal {

    @Bean
    NavigationEntry deadlinesEntry() {
        return new NavigationEntry(89, "deadlines", "/me/calendar", Right.OWN_DESK);
    }
}
