package fledge.calendar.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's line in the navigation. */
@Configuration(proxyBeanMethods = false)
class CalendarPortal {

    @Bean
    static NavigationEntry calendarEntry() {
        return new NavigationEntry(80, "calendar", "/calendar", Right.CALENDAR_READ);
    }
}
